/** What keeps a boat even: hull, fin and ballast, hanging from a waterline that the page draws. */
export const Hull = ({ className }: { className: string }) => (
  <svg className={className} viewBox="0 0 36 18" aria-hidden="true" focusable="false">
    <path d="M0 0h36c-1.500 5.600-7.500 9-16 9.400V14h4.500a1.900 1.900 0 0 1 0 3.800h-13a1.900 1.900 0 0 1 0-3.800H16V9.400C7.500 9 1.500 5.600 0 0Z" />
  </svg>
)
