import type { Family } from './family.ts'

export const otherEn: readonly Family[] = [
  {
    id: 'order-equipment',
    weight: 3,
    titles: ['Order: second monitor', 'Request for a standing desk', 'I would like a bigger phone'],
    texts: [
      'I would like to order a second monitor for my place in {place}. Who approves that?',
      'Please send me an offer for {n} headsets for {dept}, cost centre {number}.',
      'How can I request a standing desk? It is a wish, nothing is broken.',
    ],
    more: ['No hurry.', '{boss} would pay for it.'],
    fixes: ['The order went to purchasing; delivery takes about two weeks.'],
  },
  {
    id: 'how-to',
    weight: 3,
    titles: ['Question about {app}', 'How do I …?', 'Where do I find the guide for {system}?'],
    texts: [
      'How do I make an out-of-office message for a colleague? Just a question.',
      'Where do I find the instructions for {system}? I searched the intranet.',
      'Can you tell me how one makes a serial letter in {app}?',
    ],
    more: ['A link is enough.', 'I am new here.'],
    fixes: ['The guide was sent with a short explanation.'],
  },
  {
    id: 'move-desk',
    weight: 2,
    titles: ['Relocation of {dept} to {place}', 'We move to another floor', 'Help with carrying equipment'],
    texts: [
      'On Friday {dept} moves to {place}. Who takes care of {n} workplaces?',
      'I change to another desk next week and need somebody who carries my things over.',
      'Our relocation is planned for {deadline}. Please tell us what we have to prepare.',
    ],
    more: ['A seating plan is attached to the invitation.', 'Boxes are there.'],
    fixes: ['The move was planned with facility management and took place.'],
  },
  {
    id: 'phishing',
    weight: 2,
    level: 'L2',
    titles: ['Suspicious mail', 'Is this phishing?', 'I clicked on a strange link'],
    texts: [
      'I received a mail that pretends to be from {boss} and asks for gift cards. Is it fraud?',
      'A strange message from a bank wants me to confirm something. I did not click.',
      'I opened an attachment of an invoice I do not know, and now I am worried about a virus.',
    ],
    more: ['Others in {dept} got the same message.', 'I can forward it to you.'],
    fixes: ['It was fraud; the sender is blocked and the message removed from all mailboxes.'],
  },
  {
    id: 'training',
    titles: ['Training for {app}', 'Course for new colleagues', 'Workshop on security'],
    texts: [
      'Is there a training for {app}? {n} people from {dept} would take part.',
      'I would like to register for the introduction course next month.',
      'Could someone from IT give a short talk in {dept} about security awareness?',
    ],
    more: ['An hour would be enough.', 'Online is fine, too.'],
    fixes: ['A date was agreed and the invitation sent.'],
  },
  {
    id: 'complaint',
    titles: ['Nobody called me back', 'Complaint about waiting time', 'I am unhappy with the support'],
    texts: [
      'I wrote three days ago and nobody answered. This is not how it should be.',
      'I was promised a call yesterday. I am still waiting and not amused.',
      'The last ticket was closed without asking me. Who is in charge here?',
    ],
    more: ['I expect an answer today.', 'I will talk to {boss} about it.'],
    fixes: ['We called, apologised, and took up the old question again until it was solved.'],
  },
  {
    id: 'praise',
    titles: ['Thank you!', 'Feedback on your service', 'Praise for {agent}'],
    texts: [
      'I just wanted to say thank you, {agent} helped me so quickly yesterday.',
      'Feedback: the new report form is much better than the old one. An idea: add a search.',
      'Great support last week, please pass that on.',
    ],
    more: ['Have a nice weekend.', 'Cake is in {place}.'],
    fixes: ['Passed on with joy.'],
  },
  {
    id: 'building',
    titles: [
      'Air conditioning in {place} too cold',
      'Lamp in {room} blinks',
      'Door of {place} does not close',
    ],
    texts: [
      'The air conditioning in {place} blows ice-cold, {n} people are freezing.',
      'The lamp above my desk hums and blinks. I do not know whom else to ask.',
      'The door of the kitchen in {place} does not close by itself any more.',
    ],
    more: ['Facility management did not answer the phone.', 'Windows cannot be opened.'],
    fixes: ['Passed on to facility management, who took care of it.'],
  },
  {
    id: 'lost-found',
    titles: ['Lost: charger and bag', 'Found a USB stick in {room}', 'Left my {device} on the train'],
    texts: [
      'I left my bag with keys on the train this morning. What must I do now?',
      'Somebody left a USB stick in {room}. Where can I hand it in?',
      'My laptop sleeve is missing since the event in {place}. Was it found?',
    ],
    more: ['My name is on it.', 'I reported it to the railway.'],
    fixes: ['It was found and can be fetched at the reception.'],
  },
  {
    id: 'data-request',
    level: 'L2',
    titles: [
      'Which data do you hold about me?',
      'Delete old data of {dept}',
      'Archive project of {colleague}',
    ],
    texts: [
      'A customer asks which personal data we hold. Who answers such requests?',
      'The retention period for the projects of {dept} is over, please delete them for good.',
      'Can you bring back a document that I deleted in {month}? It is named {file}.',
    ],
    more: ['Legal has asked for it by the end of the month.', 'I have no other copy.'],
    fixes: [
      'The request went to data protection, who answered it.',
      'The document was brought back from the backup.',
    ],
  },
  {
    id: 'booking',
    titles: ['Booking of {room} wrong', 'Room {room} reserved twice', 'Rental car booking'],
    texts: [
      'Room {room} is reserved by two groups for the same time. Who gets it?',
      'I would like to book {room} for a whole week, the form only allows a day.',
      'Catering for {n} guests in {room}, {deadline}: whom do I tell?',
    ],
    more: ['We could also take {room}.', 'It is about a supplier visit.'],
    fixes: ['The reservations were sorted out by the reception.'],
  },
  {
    id: 'invoice-contract',
    titles: ['Invoice from the phone company', 'Contract for mobile plan ends', 'Cost centre changed'],
    texts: [
      'I got an invoice over {number} euros for roaming. Who pays that?',
      'The contract of my mobile plan ends in {month}. Will it be renewed by you?',
      'Our cost centre changed to {number}. Please charge our orders to the new one.',
    ],
    more: ['Accounting sent me to you.', 'The paper is in the internal mail.'],
    fixes: ['Clarified with accounting, nothing to pay for the user.'],
  },
  {
    id: 'unclear',
    titles: ['Help', 'Please call me', 'Urgent!!!', 'Question'],
    texts: [
      'Please call me back.',
      'Can someone come to {place}? It is complicated to explain.',
      'See subject.',
    ],
    more: ['I am here until four.', 'Thanks.'],
    fixes: ['Clarified in a call; a separate report was made for the rest.'],
  },
]
