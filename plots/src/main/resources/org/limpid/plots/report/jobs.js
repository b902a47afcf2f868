
// The list of jobs, and the story of one. All texts come into the page as text, never as markup.
function listJobs(data) {
  const {whole, length, moment, many, element, options, named} = common;
  const SHOWN = 200;
  const MANY = 8;
  const NUMBERS = ['seconds', 'share', 'waited', 'JCT'];
  const DAY = 86400;
  const SIZES = [[1, 1, '1'], [2, 4, '2–4'], [5, 8, '5–8'], [9, 16, '9–16'], [17, 32, '17–32'],
    [33, 64, '33–64'], [65, Infinity, '65 or more']];
  const WAITS = [[1, 'at all'], [600, '10 min or more'], [3600, '1 h or more'],
    [6 * 3600, '6 h or more'], [DAY, '1 d or more']];
  const ACTIVITIES = {profiling: 'in the profiler', running: 'running', sharing: 'sharing GPUs'};

  const count = data.ids.length;
  const form = document.getElementById('jobs-filter');
  const tally = document.getElementById('jobs-count');
  const list = document.getElementById('jobs-list');
  const story = document.getElementById('jobs-story');
  const placeOf = new Map(data.ids.map((id, place) => [id, place]));

  // --- the data ---

  function numbers(text, size = count) {
    return common.numbers(text, size);
  }

  const users = numbers(data.user);
  const clusters = numbers(data.cluster);
  const gpus = numbers(data.gpus);
  const durations = numbers(data.duration);
  const submits = numbers(data.submit);
  for (let i = 1; i < count; i++) {
    submits[i] += submits[i - 1];
  }

  function unpackedPairs(pairs) {
    const [partners, newcomers, from, seconds] =
      [pairs.partner, pairs.newcomer, pairs.from, pairs.seconds]
        .map((text) => numbers(text, pairs.count));
    const pairsOf = new Map();
    const add = (one, other, i) => {
      if (one >= 0) {
        const own = pairsOf.get(one) || [];
        own.push({other, from: from[i], to: from[i] + seconds[i]});
        pairsOf.set(one, own);
      }
    };
    for (let i = 0; i < pairs.count; i++) {
      add(partners[i], newcomers[i], i);
      add(newcomers[i], partners[i], i);
    }
    return pairsOf;
  }

  const unpacked = new Map();

  // A policy is unpacked when it is first looked at.
  function policyNamed(name) {
    const packed = data.policies.find((policy) => policy.name === name);
    if (packed === undefined || unpacked.has(name)) {
      return unpacked.get(name);
    }
    const policy = {
      name,
      waits: packed.waits.map((text) => numbers(text)),
      preemptions: numbers(packed.preemptions),
      profiling: numbers(packed.profiling),
      rates: numbers(packed.rate).map((permille) => (permille + 1000) / 1000),
      places: numbers(packed.places),
      pairsOf: unpackedPairs(packed.pairs),
      stories: packed.stories,
      starts: numbers(packed.start),
      ends: numbers(packed.end),
      queues: new Float64Array(count),
      entries: new Float64Array(count),
      mains: new Int8Array(count),
    };
    for (let i = 0; i < count; i++) {
      derive(policy, i);
    }
    unpacked.set(name, policy);
    return policy;
  }

  // Start, end, wait, main cause, and when the job entered the queue of its virtual cluster.
  function derive(policy, i) {
    policy.mains[i] = -1;
    let largest = 0;
    policy.waits.forEach((column, cause) => {
      policy.queues[i] += column[i];
      if (column[i] > largest) {
        largest = column[i];
        policy.mains[i] = cause;
      }
    });
    policy.starts[i] += submits[i] + policy.queues[i];
    policy.ends[i] += policy.starts[i] + durations[i];
    const inCluster = policy.queues[i] - policy.waits[0][i];
    policy.entries[i] = isProfiled(policy, i) && policy.preemptions[i] === 0
      ? Math.max(submits[i], policy.starts[i] - inCluster) : submits[i];
  }

  function isProfiled(policy, i) {
    return (policy.profiling[i] & 1) === 1;
  }

  function endedInProfiler(policy, i) {
    return (policy.profiling[i] & 2) === 2;
  }

  // --- words ---

  function percent(share) {
    const value = 100 * share;
    return (value < 10 ? Number(value.toFixed(1)) : Math.round(value)) + ' %';
  }

  function nodesOf(text) {
    return text.split(';').filter((node) => node !== '').map((node) => {
      const [number, held] = node.split(':');
      return {number: Number(number), held: (held || '').split('+').map(Number)};
    });
  }

  function ranges(values) {
    const parts = [];
    for (let i = 0; i < values.length; i++) {
      const first = values[i];
      while (values[i + 1] === values[i] + 1) {
        i++;
      }
      parts.push(first === values[i] ? String(first) : first + '–' + values[i]);
    }
    return parts.join(', ');
  }

  function placeWords(text) {
    const nodes = nodesOf(text);
    if (nodes.length === 0) {
      return '';
    }
    if (nodes.length === 1) {
      const [node] = nodes;
      return ' on node ' + node.number + ', GPU' + (node.held.length === 1 ? ' ' : 's ') + ranges(node.held);
    }
    return ' on ' + nodes.length + ' nodes (' + ranges(nodes.map((node) => node.number).sort((a, b) => a - b)) + ')';
  }

  // --- elements ---

  function address(policy, place) {
    return '#job=' + encodeURIComponent(policy) + '/' + encodeURIComponent(data.ids[place]);
  }

  function link(policy, place, words = data.ids[place]) {
    return element('a', {href: address(policy, place)}, words);
  }

  function swatch(name) {
    return element('span', {class: 'swatch ' + name, 'aria-hidden': 'true'});
  }

  // --- filters and the list ---

  options(form.policy, data.policies.map((policy) => [policy.name, policy.name]));
  options(form.cluster, named(data.clusters));
  options(form.user, named(data.users));
  options(form.size, SIZES.map((size, i) => [i, size[2]]));
  options(form.wait, WAITS.map(([seconds, words]) => [seconds, words]));
  options(form.cause, data.causes.map((cause, i) => [i, cause.words]));
  if (data.policies.some((policy) => policy.name === 'lucid')) {
    form.policy.value = 'lucid';
  }

  const COLUMNS = [
    {words: 'job', text: (policy, i) => data.ids[i], key: (policy, i) => i},
    {words: 'user', text: (policy, i) => data.users[users[i]]},
    {words: 'VC', text: (policy, i) => data.clusters[clusters[i]]},
    {words: 'GPUs', text: (policy, i) => String(gpus[i]), key: (policy, i) => gpus[i], number: true},
    {words: 'submitted', text: (policy, i) => moment(submits[i]), key: (policy, i) => submits[i]},
    {words: 'waited', text: (policy, i) => length(policy.queues[i]), key: (policy, i) => policy.queues[i],
      number: true},
    {words: 'mostly for', text: (policy, i) => causeWords(policy.mains[i])},
    {words: 'JCT', text: (policy, i) => length(policy.ends[i] - submits[i]),
      key: (policy, i) => policy.ends[i] - submits[i], number: true},
  ];
  const order = {column: 5, ascending: false};
  let picked = {policy: '', place: -1};

  function causeWords(cause) {
    return cause < 0 ? '' : data.causes[cause].words;
  }

  function wanted(policy) {
    const [id, cluster, user] = [form.job.value.trim(), form.cluster.value, form.user.value];
    const size = form.size.value === '' ? null : SIZES[form.size.value];
    const wait = form.wait.value === '' ? 0 : Number(form.wait.value);
    const cause = form.cause.value;
    const places = [];
    for (let i = 0; i < count; i++) {
      if (policy.queues[i] >= wait
          && (cluster === '' || clusters[i] === Number(cluster))
          && (user === '' || users[i] === Number(user))
          && (size === null || gpus[i] >= size[0] && gpus[i] <= size[1])
          && (cause === '' || policy.mains[i] === Number(cause))
          && (id === '' || data.ids[i].startsWith(id))) {
        places.push(i);
      }
    }
    return places;
  }

  function sorted(policy, places) {
    const column = COLUMNS[order.column];
    const key = column.key || column.text;
    const keys = new Map(places.map((place) => [place, key(policy, place)]));
    const sign = order.ascending ? 1 : -1;
    return places.sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      return sign * (a < b ? -1 : a > b ? 1 : 0) || one - other;
    });
  }

  function row(policy, place) {
    const cells = COLUMNS.map((column, i) => {
      const words = column.text(policy, place);
      return i === 0 ? element('th', {scope: 'row'}, link(policy.name, place))
        : element('td', column.number ? {class: 'number'} : {}, words);
    });
    const made = element('tr', {'data-place': place}, ...cells);
    markRow(made);
    return made;
  }

  function markRow(made) {
    const current = picked.policy === form.policy.value && Number(made.dataset.place) === picked.place;
    made.classList.toggle('picked', current);
    const anchor = made.querySelector('a');
    if (current) {
      anchor.setAttribute('aria-current', 'true');
    } else {
      anchor.removeAttribute('aria-current');
    }
  }

  function showList() {
    const policy = policyNamed(form.policy.value);
    const places = sorted(policy, wanted(policy));
    list.tBodies[0].replaceChildren(...places.slice(0, SHOWN).map((place) => row(policy, place)));
    tally.textContent = many(places.length, 'job') + ' under ' + policy.name
      + (places.length > SHOWN ? '; the first ' + SHOWN + ' are listed.' : '.');
    return places;
  }

  list.tHead.rows[0].append(...COLUMNS.map((column, i) => {
    const button = element('button', {type: 'button'}, column.words);
    const heading = element('th', {scope: 'col', class: column.number ? 'number' : ''}, button);
    button.addEventListener('click', () => {
      order.ascending = order.column === i ? !order.ascending : !column.number;
      order.column = i;
      markOrder();
      showList();
    });
    return heading;
  }));

  function markOrder() {
    Array.from(list.tHead.rows[0].cells).forEach((heading, i) => {
      if (i === order.column) {
        heading.setAttribute('aria-sort', order.ascending ? 'ascending' : 'descending');
      } else {
        heading.removeAttribute('aria-sort');
      }
    });
  }

  // --- the story ---

  function timeLine(policy, i) {
    const told = policy.stories[i];
    if (told && told.phases.length > 0) {
      return told.phases.map(([from, to, activity, cause, note]) => ({
        from, to, note, name: activity === 'waiting' ? 'cause-' + cause : activity,
        words: activity === 'waiting' ? data.causes[cause].words : ACTIVITIES[activity]}));
    }
    const phases = [];
    if (endedInProfiler(policy, i)) {
      addWait(phases, policy, i, submits[i], policy.starts[i]);
      addPhase(phases, policy.starts[i], policy.ends[i], 'profiling');
      return phases;
    }
    const left = policy.entries[i];
    const entered = submits[i] + policy.waits[0][i];
    if (isProfiled(policy, i) && left > entered) {
      addCause(phases, submits[i], entered, 0);
      addPhase(phases, entered, left, 'profiling');
      addWait(phases, policy, i, left, policy.starts[i], 1);
    } else {
      addWait(phases, policy, i, submits[i], policy.starts[i]);
    }
    addRunning(phases, policy, i);
    return phases;
  }

  function addPhase(phases, from, to, name, note = '', words = ACTIVITIES[name]) {
    if (to > from) {
      phases.push({from, to, name, words, note});
    }
  }

  function addCause(phases, from, to, cause) {
    if (to > from) {
      phases.push({from, to, name: 'cause-' + cause, words: data.causes[cause].words, note: ''});
    }
  }

  // The causes fill the time in the proportions of their seconds.
  function addWait(phases, policy, i, from, to, firstCause = 0) {
    const sum = policy.waits.slice(firstCause).reduce((all, column) => all + column[i], 0);
    let begin = from;
    for (let cause = firstCause; cause < policy.waits.length && sum > 0; cause++) {
      const end = begin + policy.waits[cause][i] / sum * (to - from);
      addCause(phases, begin, end, cause);
      begin = end;
    }
  }

  function addRunning(phases, policy, i) {
    const words = ACTIVITIES.running + (policy.preemptions[i] > 0 ? ', with interruptions' : '');
    let begin = policy.starts[i];
    const pairs = (policy.pairsOf.get(i) || []).slice().sort((one, other) => one.from - other.from);
    for (const pair of pairs) {
      const from = Math.max(begin, pair.from);
      const to = Math.min(pair.to, policy.ends[i]);
      addPhase(phases, begin, from, 'running');
      addPhase(phases, from, to, 'sharing', pair.other < 0 ? '' : 'with job ' + data.ids[pair.other]);
      begin = Math.max(begin, to);
    }
    addPhase(phases, begin, policy.ends[i], 'running', '', words);
  }

  function bar(policy, i) {
    const phases = timeLine(policy, i);
    const from = submits[i];
    const whole = Math.max(1, policy.ends[i] - from);
    const parts = phases.map((phase) => {
      const words = phase.words + (phase.note === '' ? '' : ' ' + phase.note) + ', ' + length(phase.to - phase.from);
      const part = element('span', {class: 'part ' + phase.name, title: words});
      part.style.left = 100 * (phase.from - from) / whole + '%';
      part.style.width = 100 * (phase.to - phase.from) / whole + '%';
      return part;
    });
    const words = phases.map((phase) => phase.words + ' ' + length(phase.to - phase.from)).join(', then ');
    const track = element('div', {class: 'track', role: 'img', 'aria-label': 'Time line: ' + words}, ...parts);
    const shown = Object.keys(ACTIVITIES).map((name) => phases.find((phase) => phase.name === name))
      .filter((phase) => phase !== undefined);
    const legend = shown.map((phase) => element('span', {}, swatch(phase.name), phase.words));
    return element('div', {class: 'time-line'}, track,
      element('div', {class: 'ends', 'aria-hidden': 'true'},
        element('span', {}, 'submitted ' + moment(from)), element('span', {}, 'ended ' + moment(policy.ends[i]))),
      element('p', {class: 'legend', 'aria-hidden': 'true'}, ...legend));
  }

  function causeTable(policy, i) {
    const queue = policy.queues[i];
    const rows = data.causes.map((cause, c) => [cause, c, policy.waits[c][i]])
      .filter(([, , seconds]) => seconds > 0)
      .sort((one, other) => other[2] - one[2])
      .map(([cause, c, seconds]) => element('tr', {},
        element('th', {scope: 'row'}, swatch('cause-' + c), cause.words),
        element('td', {class: 'number'}, whole(seconds)),
        element('td', {class: 'number'}, percent(seconds / queue)),
        element('td', {class: 'meaning'}, cause.meaning)));
    rows.push(element('tr', {class: 'sum'}, element('th', {scope: 'row'}, 'in all'),
      element('td', {class: 'number'}, whole(queue)), element('td', {class: 'number'}, '100 %'),
      element('td', {}, '')));
    return table(['waited for', 'seconds', 'share', 'that is'], rows);
  }

  function table(headings, rows) {
    const cells = headings.map((words) => element('th',
      {scope: 'col', class: NUMBERS.includes(words) ? 'number' : ''}, words));
    return element('div', {class: 'scroll'}, element('table', {},
      element('thead', {}, element('tr', {}, ...cells)), element('tbody', {}, ...rows)));
  }

  // A sentence is a list of texts and links.
  function sentences(policy, i) {
    const told = policy.stories[i];
    if (told && told.sentences.length > 0) {
      return [['It is a job of ' + data.users[users[i]] + '. ' + demand(i)], ...told.sentences.map((words) => linked(policy, words))];
    }
    return [submission(policy, i), ...arrival(policy, i), ...wait(policy, i), ...overtaken(policy, i), ...run(policy, i),
      ...sharing(policy, i)];
  }

  // Jobs that a text speaks of, and that are on the page, become links.
  function linked(policy, words) {
    return words.split(/\b(job \d+)\b/).map((part, n) => {
      const place = n % 2 === 1 ? placeOf.get(part.slice(4)) : undefined;
      return place === undefined ? part : link(policy.name, place, part);
    });
  }

  function submission(policy, i) {
    return ['User ' + data.users[users[i]] + ' submitted it on ' + moment(submits[i]) + '. ' + demand(i)];
  }

  function demand(i) {
    return 'It asks for ' + many(gpus[i], 'GPU') + ' of ' + data.clusters[clusters[i]] + ' and takes '
      + length(durations[i]) + ' on GPUs of its own.';
  }

  function ofShown() {
    return count < data.total ? ', of those on this page' : '';
  }

  function sum(places) {
    return places.reduce((all, place) => all + gpus[place], 0);
  }

  function neighbours(policy, i, test) {
    const found = [];
    for (let j = 0; j < count; j++) {
      if (j !== i && clusters[j] === clusters[i] && !endedInProfiler(policy, j) && test(j)) {
        found.push(j);
      }
    }
    return found;
  }

  function arrival(policy, i) {
    const entry = policy.entries[i];
    if (endedInProfiler(policy, i) || policy.preemptions.some((times) => times > 0)) {
      return [];
    }
    const running = neighbours(policy, i, (j) => policy.starts[j] <= entry && policy.ends[j] > entry);
    const ahead = neighbours(policy, i, (j) => policy.entries[j] <= entry && policy.starts[j] > entry);
    return [['When it entered the queue of ' + data.clusters[clusters[i]] + ', ' + asking(running) + ' ran there, and '
      + asking(ahead) + ' waited' + ofShown() + '.']];
  }

  function asking(places) {
    return places.length === 0 ? 'no other job'
      : many(places.length, 'job') + ' that asked for ' + many(sum(places), 'GPU');
  }

  function wait(policy, i) {
    const queue = policy.queues[i];
    if (queue === 0) {
      return [['It did not wait.']];
    }
    const causes = data.causes.map((cause, c) => [cause.words, policy.waits[c][i]])
      .filter(([, seconds]) => seconds > 0).sort((one, other) => other[1] - one[1])
      .map(([words, seconds]) => length(seconds) + ' ' + words);
    const peers = neighbours(policy, i, () => true);
    const longer = peers.filter((j) => policy.queues[j] > queue).length;
    const split = causes.length === 1 ? ', all of it ' + causeWords(policy.mains[i]) : ': ' + causes.join(', ');
    return [['It waited ' + length(queue) + split + '. ' + many(longer, 'job') + ' of '
      + many(peers.length, 'other') + ' in ' + data.clusters[clusters[i]]
      + (count < data.total ? ' on this page' : '') + ' waited longer.']];
  }

  function overtaken(policy, i) {
    const [entry, start] = [policy.entries[i], policy.starts[i]];
    const passed = neighbours(policy, i, (j) =>
      (policy.entries[j] > entry || policy.entries[j] === entry && j > i)
      && policy.starts[j] >= entry && policy.starts[j] < start);
    if (passed.length === 0 || endedInProfiler(policy, i)) {
      return [];
    }
    const largest = passed.slice().sort((one, other) => gpus[other] - gpus[one] || one - other);
    const links = largest.slice(0, MANY).flatMap((place, n) => [n === 0 ? '' : ', ', link(policy.name, place)]);
    const lead = many(passed.length, 'job') + ' that came later started before it, with '
      + many(sum(passed), 'GPU') + ' in all' + ofShown();
    return [['While it waited, ' + lead + ': ', ...links, passed.length > MANY ? ' and others.' : '.']];
  }

  function run(policy, i) {
    const took = policy.ends[i] - submits[i];
    if (endedInProfiler(policy, i)) {
      return [['It ran in the profiler from ' + moment(policy.starts[i]) + ' and ended there after '
        + length(policy.ends[i] - policy.starts[i]) + ', ' + length(took) + ' after its submission.']];
    }
    const profiled = isProfiled(policy, i) ? ['It was measured in the profiler.'] : [];
    const stopped = policy.preemptions[i] === 0 ? ''
      : ' It was taken off its GPUs ' + many(policy.preemptions[i], 'time') + '; the wait counts those gaps, too.';
    const last = policy.preemptions[i] === 0 ? '' : ', the last time';
    const place = placeWords(data.placements[policy.places[i]]);
    return [...profiled.map((words) => [words]), ['It started on ' + moment(policy.starts[i]) + (place === '' ? '' : last + place)
      + ', and ended on ' + moment(policy.ends[i]) + ', ' + length(took) + ' after its submission: '
      + (took / Math.max(1, durations[i])).toPrecision(3) + ' times its duration.' + stopped]];
  }

  function sharing(policy, i) {
    const pairs = (policy.pairsOf.get(i) || []).slice().sort((one, other) => one.from - other.from);
    const told = pairs.slice(0, MANY).map((pair) => {
      const other = pair.other < 0 ? ['a job that is not on this page']
        : ['job ', link(policy.name, pair.other), ' of ' + data.users[users[pair.other]]];
      return ['It shared its GPUs with ', ...other, ' from ' + moment(pair.from) + ' for '
        + length(pair.to - pair.from) + '.'];
    });
    return pairs.length > MANY ? [...told, ['Then with ' + many(pairs.length - MANY, 'other job') + '.']] : told;
  }

  function others(policy, i) {
    const rows = data.policies.map((each) => policyNamed(each.name)).map((each) => element('tr',
      each.name === policy.name ? {class: 'picked'} : {},
      element('th', {scope: 'row'}, each.name === policy.name ? each.name : link(each.name, i, each.name)),
      element('td', {class: 'number'}, length(each.queues[i])),
      element('td', {}, causeWords(each.mains[i])),
      element('td', {class: 'number'}, length(each.ends[i] - submits[i]))));
    return table(['policy', 'waited', 'mostly for', 'JCT'], rows);
  }

  function tell(policy, i) {
    const content = [
      element('h4', {}, 'Job ' + data.ids[i] + ' under ' + policy.name),
      bar(policy, i),
      element('ul', {class: 'story'}, ...sentences(policy, i).map((words) => element('li', {}, ...words))),
    ];
    if (policy.queues[i] > 0) {
      content.push(causeTable(policy, i));
      if (!told(policy, i) && policy.queues[i] > policy.waits[policy.mains[i]][i]) {
        content.push(element('p', {class: 'note'},
          'The time line shows causes by their lengths, not in the order in which they came.'));
      }
      if (policy.stories[i] === undefined) {
        content.push(element('p', {class: 'note'}, 'On the command line "limpid explain job ' + data.ids[i]
          + ' --policy ' + policy.name + ' --run RUN" tells the decisions behind it.'));
      }
    }
    if (data.policies.length > 1) {
      content.push(element('h4', {}, 'The same job under the other policies'), others(policy, i));
    }
    story.replaceChildren(...content);
  }

  function told(policy, i) {
    return policy.stories[i] !== undefined && policy.stories[i].phases.length > 0;
  }

  function pick(policy, place) {
    picked = {policy: policy.name, place};
    tell(policy, place);
    Array.from(list.tBodies[0].rows).forEach(markRow);
  }

  // --- the address ---

  function fromAddress() {
    const match = /^#job=([^/]*)\/(.*)$/.exec(location.hash);
    if (match === null) {
      return false;
    }
    let words;
    try {
      words = [decodeURIComponent(match[1]), decodeURIComponent(match[2])];
    } catch (malformed) {
      words = ['', match[2]];
    }
    const policy = policyNamed(words[0]);
    const place = placeOf.get(words[1]);
    if (policy === undefined || place === undefined) {
      story.replaceChildren(element('p', {}, 'Job ' + words[1] + ' under ' + (words[0] || 'this policy')
        + ' is not on this page. Maybe it did not wait long enough to be among those shown.'));
      document.getElementById('jobs').scrollIntoView();
      return true;
    }
    if (form.policy.value !== policy.name) {
      form.policy.value = policy.name;
      showList();
    }
    pick(policy, place);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const box = story.getBoundingClientRect();
    if (box.top < 0 || box.top > innerHeight / 2) {
      story.scrollIntoView({behavior: calm ? 'auto' : 'smooth'});
    }
    return true;
  }

  // --- begin ---

  const style = document.createElement('style');
  style.textContent = data.causes
    .map((cause, i) => '.cause-' + i + ' { background-color: ' + cause.color + '; }').join('\n');
  document.head.append(style);
  form.addEventListener('input', showList);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const place = placeOf.get(form.job.value.trim());
    if (place !== undefined) {
      location.hash = address(form.policy.value, place);
    }
  });
  addEventListener('hashchange', fromAddress);
  markOrder();

  function begin() {
    const first = showList()[0];
    if (!fromAddress() && first !== undefined) {
      pick(policyNamed(form.policy.value), first);
    }
  }

  lines.showJobs({data, count, users, clusters, gpus, policyNamed, endedInProfiler, nodesOf, address});
  return begin;
}

// The time lines come first, on top of the page; the list and a story follow when they are seen.
function painted() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

const jobsReady = painted().then(() => unpacked('jobs-data')).then(async (jobs) => {
  const begin = listJobs({...times, ...jobs});
  await painted();
  begin();
});
