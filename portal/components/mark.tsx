/** A hull on its waterline with a spirit level in it: the same drawing hangs below the header and the stage bar. */
export const Hull = ({ className }: { className: string }) => (
  <svg className={className} viewBox="0 0 24 17" aria-hidden="true" focusable="false">
    <path d="M1 0h22c0 7.200-4.600 11-9.500 11.600V16h-3v-4.400C5.600 11 1 7.200 1 0Zm8 3a1.800 1.800 0 0 0 0 3.600h6A1.800 1.800 0 0 0 15 3Z" />
  </svg>
)
