import type { Family } from './family.ts'

export const networkEn: readonly Family[] = [
  {
    id: 'vpn-drops',
    serviceId: 'svc_vpn',
    weight: 3,
    titles: ['VPN disconnects every few minutes', 'VPN connection unstable', 'Thrown out of VPN at home'],
    texts: [
      'Working from home the VPN disconnects every ten minutes and I have to connect again.',
      'The VPN tunnel drops {since}, mostly during video calls.',
      'The connection to the company network by VPN is lost as soon as I copy a larger file.',
    ],
    more: ['My internet at home is fine otherwise.', 'I restarted the router.'],
    fixes: [
      'The client uses another gateway now, the connection is stable.',
      'Settings for packet size were adapted.',
    ],
  },
  {
    id: 'vpn-update',
    level: 'L2',
    serviceId: 'svc_vpn',
    wide: true,
    titles: [
      'VPN does not connect since the update',
      'VPN client: gateway unreachable',
      'No VPN after patch day',
    ],
    texts: [
      'After last night’s update the VPN client does not connect any more: {code}, gateway not reachable.',
      'The tunnel stays at "connecting" and then times out, for everybody in {dept} who works from home.',
      'Since the new VPN client was rolled out, no remote connection is possible.',
    ],
    more: ['On the train and at home alike.', 'At least {n} colleagues are affected.'],
    fixes: ['The update of the gateway was taken back; the client connects again.'],
  },
  {
    id: 'wifi-weak',
    weight: 3,
    wide: true,
    titles: ['WiFi weak in {place}', 'Wireless drops in {room}', 'No WLAN at my desk'],
    texts: [
      'The wifi in {place} has one bar only and drops all the time.',
      'In meeting room {room} the wireless connection is lost as soon as more than five people are there.',
      'My {device} does not find the company wifi in {place}, the guest network only.',
    ],
    more: ['With a cable it works.', 'Since the wall was moved.'],
    fixes: [
      'An access point was hung up closer.',
      'The access point was restarted and moved to another channel.',
    ],
  },
  {
    id: 'no-internet',
    level: 'L2',
    weight: 2,
    wide: true,
    titles: ['No internet in {place}', 'Internet down', 'All of {place} is offline'],
    texts: [
      'Nobody in {place} has internet {since}. Internal pages do not open either.',
      'The internet connection of our site is down, the router blinks red.',
      'We are offline: no website loads, ping to the outside gets no reply.',
    ],
    more: ['The provider says there is no disturbance.', '{n} people sit and wait.'],
    fixes: ['The line of the provider was disturbed; traffic went over the second line until it was back.'],
  },
  {
    id: 'drive-unreachable',
    level: 'L2',
    weight: 2,
    titles: [
      'Network drive {drive} not connected',
      'Drive {drive} has a red cross',
      'Network path not found',
    ],
    texts: [
      'The network drive {drive} is not connected after the start, a red cross is shown.',
      'When I open drive {drive} I get "the network path was not found".',
      'From the home office the shares on the file server cannot be reached, other things can.',
    ],
    more: ['Mapping it by hand fails with {code}.', 'It is back after an hour and then gone again.'],
    fixes: [
      'The name of the file server was resolved wrongly and is corrected.',
      'The drive is mapped by the new path.',
    ],
  },
  {
    id: 'slow-network',
    wide: true,
    titles: ['Network very slow in {place}', 'Downloads take forever', 'Everything online is slow'],
    texts: [
      'Copying to the server takes an hour for {n} MB, the network must be overloaded.',
      'Bandwidth in {place} is bad {since}: pages need a minute to load.',
      'A speed test shows 2 Mbit where we should have 500.',
    ],
    more: ['In the evening it is fast.', 'By cable and by wifi alike.'],
    fixes: [
      'A backup ran through the office line during the day and runs at night now.',
      'A switch negotiated 10 Mbit and was replaced.',
    ],
  },
  {
    id: 'choppy-calls',
    titles: ['Video calls are choppy', 'Voice breaks up in conferences', 'High latency'],
    texts: [
      'In video calls the voice breaks up and the picture freezes, the connection is shown as poor.',
      'Latency to the conference server is above {number} ms and packets are lost.',
      'Calls over the internet line drop after some minutes in {place}.',
    ],
    more: ['With the phone’s hotspot it is fine.', 'It is worst at ten in the morning.'],
    fixes: ['Voice has priority on the line now.', 'A faulty uplink that lost packets was replaced.'],
  },
  {
    id: 'socket-dead',
    titles: ['Network socket {number} dead', 'No link at the new desk', 'LAN port in {place} not patched'],
    texts: [
      'At my new desk in {place} the network socket has no link, the light stays off.',
      'Please patch socket {number} in {place}, the LAN cable has no connection there.',
      'After the move my phone and {device} get no network from the wall port.',
    ],
    more: ['The cable is new.', 'The socket on the other side works.'],
    fixes: ['The socket is patched to the switch.', 'The port of the switch was disabled and is on again.'],
  },
  {
    id: 'name-resolution',
    level: 'L2',
    serviceId: 'svc_web',
    wide: true,
    titles: ['{system} cannot be reached', 'Server not found for {system}', 'DNS error'],
    texts: [
      '{system} is not reachable from the office: the name cannot be resolved.',
      'The browser says server not found for {system}, from my mobile network the address works.',
      'A ping to {system} goes to the wrong IP address.',
    ],
    more: ['Others in {place} have it as well.', 'Flushing the DNS cache helps for a minute.'],
    fixes: ['An old record in DNS was removed.', 'The second name server was stuck and is restarted.'],
  },
  {
    id: 'firewall',
    level: 'L2',
    titles: [
      'Firewall blocks the supplier’s server',
      'Port {number} must be opened',
      'Connection refused to partner',
    ],
    texts: [
      'The connection to our supplier is blocked by the firewall {since}.',
      'For {system} port {number} to the outside must be opened, the traffic is dropped.',
      'The proxy answers {code} when we transfer files to the partner by SFTP.',
    ],
    more: ['{boss} has the approval of security.', 'The address of the partner changed.'],
    fixes: ['The rule was extended by the new address of the partner.'],
  },
  {
    id: 'guest-wifi',
    titles: ['Guest wifi for visitors', 'Guest network shows no login page', 'Visitors cannot go online'],
    texts: [
      'Our visitors connect to the guest wifi but the welcome page does not open.',
      'The guest network in {place} gives no IP address.',
      'We need internet for {n} guests in {room} {deadline}, and the guest wireless does not work.',
    ],
    more: ['Phones and laptops alike.', 'Vouchers are printed.'],
    fixes: ['The address pool of the guest network was used up and is larger now.'],
  },
  {
    id: 'address-conflict',
    titles: ['IP address conflict', 'Limited connectivity', 'Unidentified network on {device}'],
    texts: [
      'Windows reports an IP address conflict and then the network is gone.',
      'My {device} says "unidentified network, limited connectivity" when plugged in at {place}.',
      'The adapter gets a 169 address instead of one from our range.',
    ],
    more: ['A new cable did not help.', 'In the next room it works.'],
    fixes: ['A device with a fixed address was moved to its own range.'],
  },
  {
    id: 'nothing-loads',
    titles: ['Nothing loads', 'Offline again', 'connection??', 'Disconnected'],
    texts: [
      'Nothing loads here {since}.',
      'It is gone again and comes back, gone, back.',
      'We have no connection, please hurry.',
    ],
    more: ['Whole room.', 'Same as last week.'],
    fixes: ['A switch in the cabinet had no power and is on a protected socket now.'],
  },
]
