const drawings = {
  alert:
    'M8 1.500 15 14H1L8 1.500Zm-.9 4.700.3 4h1.200l.3-4H7.100ZM8 11.200a.9.9 0 1 0 0 1.800.9.9 0 0 0 0-1.800Z',
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.8 6h1.600v5H7.200V7ZM8 3.800a1 1 0 1 1 0 2 1 1 0 0 1 0-2Z',
  check: 'm6.300 12.700-4.200-4.200 1.400-1.400 2.800 2.800 6.200-6.200 1.400 1.400-7.600 7.600Z',
  lock: 'M5 7V5a3 3 0 0 1 6 0v2h1.500v7h-9V7H5Zm1.500 0h3V5a1.500 1.500 0 0 0-3 0v2Z',
  people:
    'M5.500 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Zm5.300 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM1 13.500C1 10.800 3 9 5.500 9S10 10.800 10 13.500H1Zm10.200 0h3.800c0-2.300-1.600-4-3.900-4-.4 0-.8 0-1.100.2.800.9 1.200 2.200 1.200 3.800Z',
} as const

export const Icon = ({ name }: { name: keyof typeof drawings }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path fillRule="evenodd" d={drawings[name]} />
  </svg>
)
