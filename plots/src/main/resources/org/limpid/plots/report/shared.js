'use strict';

// Long data come deflated, in base 64.
async function unpacked(id) {
  const text = atob(document.getElementById(id).textContent);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < packed.length; i++) {
    packed[i] = text.charCodeAt(i);
  }
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}

// What the time lines and the list of jobs share: numbers, words, elements.
function shared(data) {
  const DAY = 86400;
  const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const UNITS = [['s', 1], ['min', 60], ['h', 3600], ['d', DAY]];
  const origin = data.origin === undefined ? null : Date.parse(data.origin + 'Z');

  // Codes of characters; that of a less 10. By hand, as no text has to be made for each number.
  const [SPACE, MINUS, ZERO, NINE, TEN] = [32, 45, 48, 57, 87];

  // Texts of numbers in base 36, nothing for 0.
  function numbers(text, length) {
    const values = new Float64Array(length);
    if (text !== '') {
      let at = 0;
      let value = 0;
      let sign = 1;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === SPACE) {
          values[at++] = sign * value;
          value = 0;
          sign = 1;
        } else if (code === MINUS) {
          sign = -1;
        } else {
          value = 36 * value + code - (code <= NINE ? ZERO : TEN);
        }
      }
      values[at] = sign * value;
    }
    return values;
  }

  function whole(value) {
    return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  }

  // In the two largest units, as everywhere in Limpid: 45 s, 12 min 5 s, 1 d 3 h; below ten seconds with a decimal.
  function length(seconds) {
    if (seconds < 9.95) {
      return Number(seconds.toFixed(1)) + ' s';
    }
    const all = Math.round(seconds);
    const at = UNITS.findLastIndex((unit) => all >= unit[1]);
    const [symbol, size] = UNITS[at];
    const rest = at === 0 ? 0 : Math.floor(all % size / UNITS[at - 1][1]);
    return whole(Math.floor(all / size)) + ' ' + symbol + (rest === 0 ? '' : ' ' + rest + ' ' + UNITS[at - 1][0]);
  }

  function padded(number) {
    return String(number).padStart(2, '0');
  }

  function moment(second) {
    if (origin === null) {
      const since = second - data.startSeconds;
      const day = Math.floor(since / DAY);
      const rest = since - day * DAY;
      return 'day ' + (day + 1) + ', ' + [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60]
        .map(padded).join(':');
    }
    const date = new Date(origin + 1000 * second);
    const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(padded);
    return date.getUTCDate() + ' ' + MONTHS[date.getUTCMonth()] + ' ' + date.getUTCFullYear()
      + ', ' + time.join(':');
  }

  function many(number, word) {
    return whole(number) + ' ' + word + (number === 1 ? '' : 's');
  }

  function element(name, attributes = {}, ...content) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...content);
    return made;
  }

  function options(select, entries) {
    entries.forEach(([value, words]) => select.append(element('option', {value}, words)));
  }

  function named(names) {
    return names.map((name, code) => [code, name])
      .sort((one, other) => one[1].localeCompare(other[1], 'en', {numeric: true}));
  }

  return {origin, numbers, whole, length, moment, many, element, options, named};
}
