/** When a wait of some seconds is over, to the next whole minute. */
export function minuteAfter(now, seconds) {
  const minute = 60_000;
  return new Date(Math.ceil((now + seconds * 1000) / minute) * minute);
}
