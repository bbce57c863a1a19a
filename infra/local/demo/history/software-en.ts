import type { Family } from './family.ts'

export const softwareEn: readonly Family[] = [
  {
    id: 'office-crash',
    weight: 3,
    titles: ['{app} crashes', '{app} closes when I save', '{app} not responding'],
    texts: [
      '{app} crashes whenever I open the file {file}.',
      'Every time I save, {app} freezes for a minute and then closes with error {code}.',
      '{app} hangs with "not responding" {since}. A restart of the program helps for ten minutes.',
    ],
    more: ['The file has about 40 MB.', 'Repairing the installation did not help.'],
    fixes: [
      'An add-in was outdated; it is switched off and the program is stable.',
      'The program was repaired and updated.',
    ],
  },
  {
    id: 'update-broke',
    weight: 2,
    wide: true,
    titles: ['Since the update {app} is unusable', 'Version {version} has a bug', 'Update broke {system}'],
    texts: [
      'After the update to version {version} the menu in {app} is gone.',
      'Since last night’s release {system} shows {code} on every page.',
      'The new version {version} of {app} no longer opens our templates.',
    ],
    more: ['Can we go back to the version before?', '{colleague} has the old version and no trouble.'],
    fixes: [
      'The update was rolled back, a corrected version follows.',
      'A setting was reset by the update and is restored.',
    ],
  },
  {
    id: 'erp-order',
    level: 'L3',
    serviceId: 'svc_erp',
    weight: 2,
    titles: ['ERP: order cannot be posted', 'Posting ends with {code}', 'Invoice stays in status open'],
    texts: [
      'When I post an order in the ERP the program stops with the message {code}.',
      'Invoice {number} cannot be booked: the ERP says the period is closed, which it is not.',
      'Goods receipts of {since} are booked twice in the ERP, and the stock is wrong.',
    ],
    more: ['{deadline}.', 'The whole of {dept} has the same.'],
    fixes: [
      'A lock in the database was left over from the night run and is released.',
      'The number range was exhausted and is extended.',
    ],
  },
  {
    id: 'calendar-sync',
    serviceId: 'svc_email',
    weight: 2,
    titles: ['Calendar not synchronised', 'Meetings appear twice', 'Outlook shows old appointments'],
    texts: [
      'My calendar on the phone does not show what is in Outlook.',
      'Every meeting series appears twice in the calendar, deleting one removes both.',
      'Appointments that {colleague} cancelled are still in my Outlook calendar.',
    ],
    more: ['I missed a customer because of it.', 'Removing and adding the account did not change anything.'],
    fixes: ['The profile was created anew and the calendar synchronised from the server.'],
  },
  {
    id: 'mail-outage',
    level: 'L2',
    serviceId: 'svc_email',
    wide: true,
    titles: ['No mail comes in', 'Outlook: mail server unavailable', 'Emails are stuck in the outbox'],
    texts: [
      'We have not received a single email {since}, and what we send stays in the outbox.',
      'Outlook says the mail server is not available. Webmail shows {code}.',
      'Customers call us because their messages to us come back as undeliverable.',
    ],
    more: ['It is the whole department.', 'Internal messages arrive, external ones do not.'],
    fixes: ['The queue of the mail server was full after a certificate expired; all messages are delivered.'],
  },
  {
    id: 'licence',
    titles: ['{app}: licence expired', 'Product activation fails', 'Trial period ended'],
    texts: [
      '{app} says that the licence has expired and opens files read-only.',
      'Activation of {app} fails with {code}, too many installations.',
      'A banner in {app} tells me that my subscription ends in {n} days.',
    ],
    more: ['I need it for the report {deadline}.', 'The licence was bought in spring.'],
    fixes: ['A free licence was assigned and the program activated.'],
  },
  {
    id: 'install',
    weight: 2,
    serviceId: 'svc_laptop',
    titles: [
      'Please install {app}',
      'Installation of {app} stops at {n} %',
      'Software centre shows an error',
    ],
    texts: [
      'I need {app} for a project in {dept}. It is not in the software centre.',
      'The installation of {app} stops at {n} percent and rolls back with {code}.',
      'The software centre hangs at "pending" for {app} {since}.',
    ],
    more: ['The program is approved.', 'There is enough disk space.'],
    fixes: [
      'The package was distributed again and is installed.',
      'The cache of the software centre was emptied.',
    ],
  },
  {
    id: 'report-wrong',
    level: 'L3',
    serviceId: 'svc_erp',
    titles: ['Figures in the report are wrong', 'Sales report shows zero', 'Export to Excel lacks columns'],
    texts: [
      'The monthly report shows zero turnover for {dept}, which cannot be.',
      'When I export the list to Excel, the last {n} columns are missing.',
      'The totals in the dashboard differ from the ones in the ERP by {number} euros.',
    ],
    more: ['Last month it was right.', '{boss} presents the figures {deadline}.'],
    fixes: [
      'The nightly load of the data had stopped halfway and was run again.',
      'A filter in the query was wrong and is corrected.',
    ],
  },
  {
    id: 'browser',
    titles: [
      '{browser} opens {system} as an empty page',
      'Page of {system} is all white',
      'Popup blocked in {browser}',
    ],
    texts: [
      'In {browser} the application {system} stays white, in another browser it works.',
      'Buttons in {system} do nothing when clicked; the console of {browser} is red.',
      '{browser} blocks the pop-up window in which the PDF should open.',
    ],
    more: ['The cache was cleared.', 'Extensions are off.'],
    fixes: [
      'An extension blocked scripts of the application; an exception is set.',
      'The page of the application was corrected by its maker.',
    ],
  },
  {
    id: 'macro-addin',
    titles: ['Macro stopped working', 'Add-in missing in {app}', 'Template does not open'],
    texts: [
      'The macro in {file} ends with run-time error {code} since the weekend.',
      'The ribbon of our add-in disappeared from {app}.',
      'Our letter template opens as an empty document in {app}.',
    ],
    more: ['Macros are enabled.', 'The one who wrote it left years ago.'],
    fixes: [
      'The reference to an old library was replaced in the macro.',
      'The add-in is enabled again by policy.',
    ],
  },
  {
    id: 'shop-error',
    level: 'L3',
    serviceId: 'svc_web',
    wide: true,
    titles: [
      'Shop shows error {code}',
      'Customers cannot pay on the website',
      'Form on the website does not send',
    ],
    texts: [
      'The checkout in the web shop ends with {code} after choosing the payment.',
      'The contact form of our website says "sent", but no message arrives.',
      'Product pictures on the website are not displayed, only frames with a cross.',
    ],
    more: ['Marketing started a campaign today.', 'On mobile it is the same.'],
    fixes: ['The last release of the shop was rolled back.', 'A key of the payment provider had expired.'],
  },
  {
    id: 'teams-client',
    weight: 2,
    titles: [
      'Teams does not show the chat',
      'Cannot share my screen in Teams',
      'Teams freezes when I join a meeting',
    ],
    texts: [
      'In Teams the chat history is empty {since}.',
      'Sharing my screen in a Teams meeting makes the program freeze.',
      'Teams starts, shows a white window and closes.',
    ],
    more: ['The web version works.', 'I deleted the cache by the instructions in the intranet.'],
    fixes: [
      'The client was reinstalled and its cache deleted.',
      'Hardware acceleration was switched off in the client.',
    ],
  },
  {
    id: 'does-not-work',
    titles: ["It doesn't work", 'Program error', 'error message', 'Nothing happens when I click'],
    texts: [
      "It doesn't work anymore, please have a look.",
      'A message pops up and then it is gone. I did not read it.',
      'I click and nothing happens. {code}?',
    ],
    more: ['Restarted already.', 'I did not change anything.'],
    fixes: ['A damaged user profile of the program was renewed.'],
  },
]
