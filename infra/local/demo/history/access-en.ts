import type { Family } from './family.ts'

export const accessEn: readonly Family[] = [
  {
    id: 'password-forgotten',
    weight: 3,
    titles: ['Forgot my password', 'Password reset needed for {system}', 'Please reset my login'],
    texts: [
      'I came back from {absence} and cannot remember my password for {system}.',
      'After {absence} I tried three passwords and none of them is right. Could you reset it?',
      'I need a new password. The reset mail from {system} never arrives.',
    ],
    more: [
      'My user name is the usual one.',
      'The self-service page says I have not registered a phone number.',
    ],
    fixes: ['Password was reset after a call back, and a phone number is registered for self-service now.'],
  },
  {
    id: 'account-locked',
    weight: 3,
    titles: ['Account locked', 'Locked out of {system} after too many attempts', 'User account is blocked'],
    texts: [
      'The sign-in page says my account is locked. I only mistyped once, I think.',
      'My account got blocked {since}. It asks me to contact the administrator.',
      'Too many failed attempts, it says, and now {system} will not let me sign in at all.',
    ],
    more: ['Maybe my phone still uses the old password.', 'It happened to me last month as well.'],
    fixes: ['Account is unlocked. An old password was saved on the phone and kept trying.'],
  },
  {
    id: 'second-factor',
    weight: 2,
    titles: [
      'New phone, authenticator codes are gone',
      'MFA prompt never arrives',
      'Two-factor code rejected',
    ],
    texts: [
      'I have a new phone and the authenticator app is empty, so I cannot confirm the sign-in.',
      'When I log on, the second factor is asked for but no prompt comes to my phone.',
      'The six digits from the authenticator are refused as invalid every time.',
    ],
    more: ['I have no backup codes.', 'The old phone was wiped already.'],
    fixes: [
      'The second factor was registered anew together with the user.',
      'The clock of the phone was off; codes work.',
    ],
  },
  {
    id: 'folder-permission',
    weight: 3,
    titles: ['No permission for folder {folder}', 'Access denied on {folder}', 'Please add me to {folder}'],
    texts: [
      'When I open the folder {folder} I get "access denied". I need to read and write there.',
      'I moved to {dept} and do not have the rights for {folder} yet.',
      'Could {colleague} and I please be given permission to the folder {folder}?',
    ],
    more: ['{boss} approves this.', 'Read access would be enough for now.'],
    fixes: ['The user is in the group for this folder now; the right works after the next sign-in.'],
  },
  {
    id: 'new-starter',
    weight: 2,
    titles: [
      'User account for new colleague',
      'New starter in {dept} has no login',
      'Onboarding: {colleague} needs an account',
    ],
    texts: [
      '{colleague} starts in {dept} on Monday and needs a user account with the same roles as I have.',
      'Our new colleague {colleague} is here since today but has no login at all.',
      'Please create an account, a mailbox and the group memberships of {dept} for {colleague}.',
    ],
    more: ['The contract is with HR already.', 'A licence for {app} is needed, too.'],
    fixes: ['Account and group memberships are created, and the first password went to the manager.'],
  },
  {
    id: 'single-sign-on',
    level: 'L2',
    titles: ['Single sign-on sends me in circles', '{system} login page loops', 'SSO error {code}'],
    texts: [
      'When I click on {system} I am redirected to the sign-in, enter everything, and land on the sign-in again.',
      'Single sign-on fails with {code}: the assertion is not valid for this user.',
      'I am signed in everywhere, only {system} wants me to authenticate again and then says unauthorized.',
    ],
    more: ['A private window shows the same.', 'Cookies are deleted already.'],
    fixes: [
      'The certificate of the sign-on trust had been renewed on one side only.',
      'The user carried two identities; they are merged.',
    ],
  },
  {
    id: 'role-missing',
    level: 'L2',
    serviceId: 'svc_erp',
    titles: [
      'Role for purchasing missing',
      'I cannot approve orders any more',
      'Not authorised for transaction {code}',
    ],
    texts: [
      'In the ERP the button to approve is grey for me {since}. I think my role was taken away.',
      'The message says I am not authorised for {code}, although it is my job to do this.',
      'As substitute of {colleague} I need the authorisation to release orders during {absence}.',
    ],
    more: ['{boss} can confirm that I need this role.', 'It worked until last week.'],
    fixes: ['The role was removed by the yearly review and is granted again, with the approval noted.'],
  },
  {
    id: 'shared-mailbox',
    serviceId: 'svc_email',
    titles: [
      'Access to shared mailbox {mailbox}',
      'Send as {mailbox} not allowed',
      'Add me to the mailbox {mailbox}',
    ],
    texts: [
      'I am asked for a password when I open the shared mailbox {mailbox}. I should be a member.',
      'Sending on behalf of {mailbox} returns "you do not have permission to send".',
      'Please give me full access to {mailbox}, I take over from {colleague}.',
    ],
    more: ['The owner is {boss}.', 'Reading works, sending does not.'],
    fixes: ['Full access and the right to send are granted by the owner.'],
  },
  {
    id: 'leaver',
    titles: [
      'Please deactivate the account of {colleague}',
      'Leaver: remove rights',
      'Contractor left, login still works',
    ],
    texts: [
      '{colleague} leaves us at the end of the week. Please disable the account and withdraw all permissions.',
      'A contractor of {dept} finished yesterday, but the login can still be used.',
      'Remove {colleague} from all groups of {dept}, the person changed the company.',
    ],
    more: ['The mailbox should be forwarded to me for a month.', 'The badge is back already.'],
    fixes: ['The account is disabled, sessions are ended, and the mailbox is forwarded for 30 days.'],
  },
  {
    id: 'password-change-loop',
    serviceId: 'svc_laptop',
    titles: [
      'Password expired and will not change',
      'Cannot set a new password',
      'New password not accepted',
    ],
    texts: [
      'Windows says my password has expired, but every new one is refused because of the policy.',
      'I changed my password at home and now the {device} wants the old one and {system} the new one.',
      'The dialog to change the password closes without a word and at the next logon it asks again.',
    ],
    more: ['I used capital letters, numbers and a sign.', 'It has 14 characters.'],
    fixes: ['The password was changed while connected to the office, and both places know it now.'],
  },
  {
    id: 'admin-rights',
    serviceId: 'svc_laptop',
    titles: [
      'Admin rights on my {device}',
      'Elevation asks for administrator credentials',
      'Need local administrator',
    ],
    texts: [
      'To work with {app} I need to confirm a prompt with administrator credentials which I do not have.',
      'Could I have local admin rights on my {device} for a week? I am testing for {dept}.',
      'User account control pops up and asks for a name and password of an administrator.',
    ],
    more: ['My lead has agreed to it.', 'Before the exchange of the machine I had this right.'],
    fixes: ['Temporary elevation was granted for seven days and will end by itself.'],
  },
  {
    id: 'name-change',
    titles: ['My name changed after the wedding', 'Wrong name on my user account', 'Rename login'],
    texts: [
      'I married and my surname is different now. Please change user name, account and address.',
      'My login still has my old name. How can my account be renamed?',
      'In {system} I am listed with a spelling mistake in my name, and so I cannot authenticate with the right one.',
    ],
    more: ['HR has the new name.', 'I want to keep the old address as an alias.'],
    fixes: ['Account and address are renamed; the old address stays as an alias.'],
  },
  {
    id: 'cannot-get-in',
    titles: ["I can't get in", 'No entry', 'Locked out???', 'Login'],
    texts: [
      "It just doesn't let me in {since}.",
      'Every time I try I am thrown out right away. I have no idea what to do.',
      'Please help, I am standing outside so to speak.',
    ],
    more: ['Tried twice.', 'My colleague can.'],
    fixes: ['The account had expired together with the old contract; it is extended.'],
  },
]
