/**
 * The page's one script, written for it and sent as it stands: no part of it is made from what was typed. It reads the
 * public events that the file carries and shows what was there at a version; everything it shows is in the page already.
 *
 *     slider, play, keys ─▶ a moment (the last event up to it) ─▶ its version ─▶ what is hidden and what is not
 */
export const SCRIPT = `
(() => {
  'use strict';
  const { events, phases, endMs } = JSON.parse(document.getElementById('interview').textContent);
  const seen = ['spoke', 'noted', 'drew', 'ran', 'phase'];
  const moments = events.filter(({ type }) => seen.includes(type));
  if (moments.length === 0) return;

  const by = (id) => document.getElementById(id);
  const [replay, time, play, now, speed] = ['replay', 'time', 'play', 'now', 'speed'].map(by);
  const controls = replay.querySelector('.controls');
  const talk = replay.querySelector('.talk');
  const timed = [...replay.querySelectorAll('[data-from]')].map((element) => ({
    element,
    from: Number(element.dataset.from),
    to: element.dataset.to === undefined ? Infinity : Number(element.dataset.to),
  }));
  const last = moments.length - 1;
  let at = last;
  let timer;

  const face = (ms) => {
    const seconds = Math.floor(ms / 1000);
    const two = (value) => String(value).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    return (hours > 0 ? hours + ':' + two(minutes) : minutes) + ':' + two(seconds % 60);
  };
  const phaseAt = (index) => {
    const entered = moments.slice(0, index + 1).filter(({ type }) => type === 'phase').pop();
    const known = entered && phases.find(({ id }) => id === entered.phase);
    return known ? known.title : '';
  };

  /** Shows a moment; the slider stays where it was put when it was the slider that asked. */
  const show = (index, ms) => {
    at = Math.max(-1, Math.min(last, index));
    // After the last moment come only the close and what followed it.
    const version = at === last ? Number.MAX_SAFE_INTEGER : at < 0 ? 0 : moments[at].version;
    for (const { element, from, to } of timed) element.toggleAttribute('hidden', from > version || to <= version);
    const shownMs = ms ?? (at === last ? endMs : at < 0 ? 0 : moments[at].atMs);
    if (ms === undefined) time.value = String(shownMs);
    const phase = phaseAt(at);
    now.textContent = face(shownMs) + (phase ? ', ' + phase : '');
    time.setAttribute('aria-valuetext', now.textContent);
    for (const current of talk.querySelectorAll('[aria-current]')) current.removeAttribute('aria-current');
    if (at === last) return;
    const said = moments.slice(0, at + 1).filter(({ type }) => type === 'spoke').pop();
    const line = said && by('turn-' + said.turn);
    if (!line) return talk.scrollTo(0, 0);
    line.setAttribute('aria-current', 'true');
    const below = line.getBoundingClientRect().bottom - talk.getBoundingClientRect().bottom;
    const above = line.getBoundingClientRect().top - talk.getBoundingClientRect().top;
    if (talk.scrollHeight > talk.clientHeight && (below > 0 || above < 0)) talk.scrollTop += Math.min(above, below + 16);
  };
  const indexAt = (ms) => {
    let index = -1;
    while (index < last && moments[index + 1].atMs <= ms) index += 1;
    return index;
  };
  /** The next utterance in a direction, or that end. */
  const step = (by) => {
    stop();
    let index = at + by;
    while (index >= 0 && index < last && moments[index].type !== 'spoke') index += by;
    show(index);
  };

  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    play.textContent = 'Play';
    play.title = 'Play (Space)';
  };
  const LONGEST_WAIT_MS = 3000;
  const go = () => {
    if (at >= last) return stop();
    const before = at < 0 ? 0 : moments[at].atMs;
    const wait = (moments[at + 1].atMs - before) / Number(speed.value);
    timer = setTimeout(() => {
      show(at + 1);
      go();
    }, speed.value === '1' ? wait : Math.min(LONGEST_WAIT_MS, wait));
  };
  const toggle = () => {
    if (timer !== undefined) return stop();
    if (at >= last) show(-1);
    play.textContent = 'Stop';
    play.title = 'Stop (Space)';
    go();
  };

  play.addEventListener('click', toggle);
  by('back').addEventListener('click', () => step(-1));
  by('on').addEventListener('click', () => step(1));
  speed.addEventListener('change', () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    go();
  });
  time.addEventListener('input', () => {
    stop();
    show(indexAt(Number(time.value)), Number(time.value));
  });

  const KEYS = {
    ' ': toggle,
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    Home: () => { stop(); show(-1); },
    End: () => { stop(); show(last); },
  };
  const inSight = () => {
    const { top, bottom } = controls.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, key)) return;
    if (target.closest('select, a') || (key === ' ' && target.closest('button'))) return;
    // The keys of reading stay those of reading, where the replay is not what one looks at.
    if (!replay.contains(target) && !(target === document.body && inSight())) return;
    event.preventDefault();
    KEYS[key]();
  });

  /** A link to words that are not there yet shows the moment at which they were said. */
  const follow = (hash) => {
    const line = /^#turn-[0-9]+$/.test(hash) && by(hash.slice(1));
    if (!line) return;
    stop();
    if (line.hidden) show(moments.findIndex(({ type, turn }) => type === 'spoke' && '#turn-' + turn === hash));
    line.focus({ preventScroll: true });
  };
  document.addEventListener('click', ({ target }) => {
    const link = target.closest('a[href^="#turn-"]');
    if (link) follow(link.getAttribute('href'));
  });
  addEventListener('hashchange', () => follow(location.hash));

  // Paper has no slider and opens nothing: all of it is printed.
  let before;
  const words = replay.querySelector('.words');
  addEventListener('beforeprint', () => {
    before = { at, open: Boolean(words?.open) };
    stop();
    show(last);
    if (words) words.open = true;
  });
  addEventListener('afterprint', () => {
    if (before === undefined) return;
    show(before.at);
    if (words) words.open = before.open;
  });

  document.documentElement.classList.add('replays');
  controls.hidden = false;
  show(last);
})();
`;
