
// GPUs in use, jobs that wait, and who is on which GPU, over time; zoomed and moved together. The jobs come later.
function timeLines(times, common) {
  const {origin, moment, element} = common;
  const box = document.getElementById('time-lines');
  const form = document.getElementById('time-form');
  const charts = document.getElementById('time-charts');
  const said = document.getElementById('time-said');
  const places = Object.fromEntries(Array.from(box.querySelectorAll('.chart'))
    .map((place) => [place.dataset.chart, place]));
  const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8a6d3b', '#7f7f7f'];
  const DASHES = [[], [6, 3], [2, 2]];
  const NEVER = '#9aa1a9';
  const NARROW = 3;
  const DAY = 86400;
  const RETURNED = 9999;
  const SMALL_CHART = 150;
  const offset = origin === null ? -times.startSeconds : origin / 1000;
  const tip = element('div', {class: 'tip', hidden: ''});
  document.body.append(tip);
  let plots = [];
  let shown = {min: 0, max: 1};
  // What is known of the jobs; nothing until they are unpacked.
  let run = null;
  // From the first submission to the last end under any policy.
  const whole = {min: times.fromSecond + offset,
    max: Math.max(times.fromSecond + 1, ...times.policies.map((policy) => policy.lastEnd)) + offset};
  let lanes = {bars: [], count: 1, perNode: 1, nodes: []};
  let chosen = -1;

  // --- what is shown ---

  function named() {
    return run.policyNamed(form.policy.value);
  }

  // A column of changes of what is in it.
  function summed(text, count) {
    const values = Array.from(common.numbers(text, count));
    for (let i = 1; i < count; i++) {
      values[i] += values[i - 1];
    }
    return values;
  }

  const seconds = summed(times.seconds, times.count).map((second) => second + offset);

  // What is not known stays open.
  function line(text, count) {
    return summed(text, count).concat(Array(times.count - count).fill(null));
  }

  // Bars of the jobs of a virtual cluster: from, to, and runs of GPUs, counted over all its nodes.
  function lanesOf(policy, cluster) {
    const jobs = [];
    const numbers = new Set();
    let perNode = 1;
    for (let i = 0; i < run.count; i++) {
      if (run.clusters[i] === cluster && !run.endedInProfiler(policy, i) && policy.ends[i] > policy.starts[i]) {
        const nodes = run.nodesOf(run.data.placements[policy.places[i]]);
        nodes.forEach((node) => {
          numbers.add(node.number);
          perNode = Math.max(perNode, ...node.held.map((gpu) => gpu + 1));
        });
        jobs.push({i, nodes});
      }
    }
    const nodes = Array.from(numbers).sort((one, other) => one - other);
    const indexOf = new Map(nodes.map((number, index) => [number, index]));
    const joiners = new Set();
    policy.pairsOf.forEach((pairs, i) => pairs.forEach((pair) => {
      if (pair.other >= 0 && pair.from === policy.starts[i] && policy.starts[pair.other] <= policy.starts[i]
          && !joiners.has(pair.other)) {
        joiners.add(i);
      }
    }));
    const bars = jobs.map(({i, nodes: own}) => ({
      i, from: policy.starts[i] + offset, to: policy.ends[i] + offset, joined: joiners.has(i),
      parts: own.flatMap((node) => runs(node.held, indexOf.get(node.number) * perNode)),
    })).sort((one, other) => one.from - other.from || one.i - other.i);
    return {bars, count: Math.max(1, nodes.length * perNode), perNode, nodes};
  }

  function runs(held, first) {
    const parts = [];
    held.forEach((gpu) => {
      const last = parts[parts.length - 1];
      if (last !== undefined && last.first + last.size === first + gpu) {
        last.size++;
      } else {
        parts.push({first: first + gpu, size: 1});
      }
    });
    return parts;
  }

  function color(policy, i) {
    return policy.mains[i] < 0 ? NEVER : run.data.causes[policy.mains[i]].color;
  }

  // --- drawing ---

  function css(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  // Days, and hours within them; the first of hours without a day names its day, too.
  function timeAxis() {
    const day = (second) => moment(second - offset).split(', ')[0].slice(0, -5);
    const time = (second) => moment(second - offset).split(', ')[1];
    const isMidnight = (second) => time(second) === '00:00:00';
    const values = (_, splits, axis, space, step) => {
      if (origin === null) {
        return splits.map((second) => 'day ' + Number((1 + second / DAY).toFixed(step < 0.01 * DAY ? 4 : 2)));
      }
      const words = splits.map((second) =>
        (step >= DAY || isMidnight(second) ? day(second) : time(second).slice(0, step < 60 ? 8 : 5)));
      return step >= DAY || splits.some(isMidnight) ? words
        : words.map((one, i) => (i === 0 ? one + '\n' + day(splits[0]) : one));
    };
    return {...plainAxis(), values};
  }

  function plainAxis() {
    return {stroke: css('--ink'), font: '12px Lato, sans-serif', grid: {stroke: css('--line'), width: 1},
      ticks: {stroke: css('--line'), width: 1}};
  }

  function options(place, height, more) {
    return {
      width: Math.max(200, place.clientWidth),
      height,
      tzDate: (seconds) => uPlot.tzDate(new Date(1000 * seconds), 'Etc/UTC'),
      cursor: {sync: {key: 'time-lines'}, drag: {x: true, y: false, setScale: true}, points: {size: 6}},
      hooks: {setScale: [spread]},
      ...more,
    };
  }

  function lineChart(place, column) {
    const lines = times.policies.map((policy, i) => ({
      label: policy.name, stroke: COLORS[i % COLORS.length], dash: DASHES[Math.floor(i / COLORS.length) % DASHES.length],
      width: 1.5, points: {show: false}, show: policy.name === form.policy.value, spanGaps: true,
      paths: uPlot.paths.stepped({align: 1}), value: (_, value) => (value === null ? '–' : common.whole(value)),
    }));
    return new uPlot(options(place, SMALL_CHART, {
      scales: {x: {time: origin !== null}, y: {range: (_, low, high) => [0, Math.max(1, high * 1.05)]}},
      axes: [timeAxis(), {...plainAxis(), size: 64, space: 18}],
      series: [{label: 'time', value: (_, second) => (second === null ? '–' : moment(second - offset))}, ...lines],
    }), [seconds, ...times.policies.map((policy) => line(policy[column], policy.count))], place);
  }

  function jobChart(place) {
    const height = Math.min(640, Math.max(160, 50 + 4 * lanes.count));
    const most = Math.max(1, Math.ceil(14 * lanes.nodes.length / (height - 50)));
    const middles = lanes.nodes.map((_, index) => index).filter((index) => index % most === 0);
    return new uPlot(options(place, height, {
      legend: {show: false},
      scales: {x: {time: origin !== null}, y: {range: [0, lanes.count], dir: -1}},
      axes: [timeAxis(), {...plainAxis(), size: 64, grid: {show: false}, ticks: {show: false},
        splits: () => middles.map((index) => (index + 0.5) * lanes.perNode),
        values: () => middles.map((index) => nodeName(lanes.nodes[index]))}],
      series: [{}, {show: true, paths: () => null, points: {show: false}}],
      hooks: {setScale: [spread], draw: [drawBars], ready: [listen]},
    }), [[whole.min, whole.max], [null, null]], place);
  }

  // A node that the profiler gives back has a number of its own.
  function nodeName(number) {
    return number === RETURNED ? 'returned' : 'node ' + number;
  }

  function drawBars(plot) {
    const {ctx, bbox} = plot;
    const policy = named();
    const lane = bbox.height / lanes.count;
    const {min, max} = plot.scales.x;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const bar of lanes.bars) {
      if (bar.to > min && bar.from < max) {
        const left = plot.valToPos(Math.max(bar.from, min), 'x', true);
        const width = Math.max(1, plot.valToPos(Math.min(bar.to, max), 'x', true) - left);
        ctx.globalAlpha = policy.preemptions[bar.i] > 0 ? 0.45 : 1;
        ctx.fillStyle = color(policy, bar.i);
        rectangles(bar, lane).forEach(([top, height]) => drawBar(plot, left, bbox.top + top, width, height));
      }
    }
    ctx.globalAlpha = 1;
    ctx.strokeStyle = css('--ink');
    ctx.lineWidth = 1;
    for (let node = 1; node < lanes.nodes.length; node++) {
      const y = bbox.top + node * lanes.perNode * lane;
      ctx.globalAlpha = 0.25;
      ctx.strokeRect(bbox.left, y, bbox.width, 0);
    }
    drawChosen(plot, lane);
    ctx.restore();
  }

  function drawBar(plot, left, top, width, height) {
    plot.ctx.fillRect(left, top, width, height);
    if (width > NARROW && height > NARROW) {
      plot.ctx.strokeStyle = css('--paper');
      plot.ctx.lineWidth = 1;
      plot.ctx.strokeRect(left, top, width, height);
    }
  }

  // Who joined another job has the lower half of each of its GPUs.
  function rectangles(bar, lane) {
    return bar.joined
      ? bar.parts.flatMap((part) => Array.from({length: part.size},
        (_, k) => [(part.first + k + 0.5) * lane, 0.5 * lane]))
      : bar.parts.map((part) => [part.first * lane, part.size * lane]);
  }

  function drawChosen(plot, lane) {
    const bar = lanes.bars[chosen];
    if (bar !== undefined) {
      plot.ctx.globalAlpha = 1;
      plot.ctx.strokeStyle = css('--ink');
      plot.ctx.lineWidth = 2;
      const left = plot.valToPos(bar.from, 'x', true);
      const width = Math.max(2, plot.valToPos(bar.to, 'x', true) - left);
      bar.parts.forEach((part) =>
        plot.ctx.strokeRect(left, plot.bbox.top + part.first * lane, width, part.size * lane));
    }
  }

  // --- zooming and moving ---

  function spread(plot, scale) {
    const {min, max} = plot.scales.x;
    if (scale === 'x' && min !== null) {
      shown = {min, max};
      plots.filter((other) => other.scales.x.min !== min || other.scales.x.max !== max)
        .forEach((other) => other.setScale('x', {min, max}));
    }
  }

  function show(min, max) {
    const width = Math.min(Math.max(60, max - min), whole.max - whole.min);
    const from = Math.min(Math.max(whole.min, min), whole.max - width);
    shown = {min: from, max: from + width};
    plots.forEach((plot) => plot.setScale('x', shown));
  }

  function step(name) {
    const {min, max} = shown;
    const width = max - min;
    const steps = {
      earlier: [min - width / 4, max - width / 4], later: [min + width / 4, max + width / 4],
      closer: [min + width / 4, max - width / 4], wider: [min - width / 2, max + width / 2],
      all: [whole.min, whole.max],
    };
    show(...steps[name]);
  }

  // --- the jobs ---

  function listen(plot) {
    plot.over.addEventListener('mousemove', (event) => {
      const bar = at(plot, event.offsetX, event.offsetY);
      return bar === undefined ? hide() : tell(bar, event.clientX, event.clientY);
    });
    plot.over.addEventListener('mouseleave', hide);
    plot.over.addEventListener('click', (event) => open(at(plot, event.offsetX, event.offsetY)));
    plot.over.addEventListener('dblclick', () => step('all'));
  }

  // The job that was drawn last at a point, or a narrow one close by.
  function at(plot, x, y) {
    const second = plot.posToVal(x, 'x');
    const near = Math.abs(plot.posToVal(x + NARROW, 'x') - second);
    const lane = y / plot.over.clientHeight * lanes.count;
    return lanes.bars.findLast((bar) => bar.from - near <= second && second < bar.to + near
      && bar.parts.some((part) => part.first <= lane && lane < part.first + part.size)
      && (!bar.joined || lane % 1 >= 0.5));
  }

  function mostly(policy, i) {
    return ' (mostly ' + run.data.causes[policy.mains[i]].words + ')';
  }

  function words(bar) {
    const policy = named();
    const {i} = bar;
    const waited = policy.queues[i] > 0
      ? 'waited ' + common.length(policy.queues[i]) + mostly(policy, i) : 'did not wait';
    return 'Job ' + run.data.ids[i] + ' of ' + run.data.users[run.users[i]] + ', ' + common.many(run.gpus[i], 'GPU') + ': ' + waited
      + '; ran for ' + common.length(bar.to - bar.from) + ' from ' + moment(bar.from - offset) + '.';
  }

  function tell(bar, x, y) {
    tip.textContent = words(bar);
    tip.hidden = false;
    const right = x + 14 + tip.offsetWidth <= innerWidth;
    tip.style.left = Math.max(4, right ? x + 14 : x - 14 - tip.offsetWidth) + 'px';
    tip.style.top = Math.max(4, Math.min(y + 14, innerHeight - tip.offsetHeight - 4)) + 'px';
  }

  function hide() {
    tip.hidden = true;
  }

  function open(bar) {
    if (bar !== undefined) {
      location.hash = run.address(form.policy.value, bar.i);
    }
  }

  // The next job that begins in the part that is shown.
  function choose(direction) {
    const plot = plots[2];
    const {min, max} = shown;
    const seen = lanes.bars.map((bar, place) => place)
      .filter((place) => lanes.bars[place].from < max && lanes.bars[place].to > min);
    const next = direction > 0 ? seen.find((place) => place > chosen) : seen.findLast((place) => place < chosen);
    if (next !== undefined) {
      chosen = next;
      const bar = lanes.bars[chosen];
      const frame = plot.over.getBoundingClientRect();
      plot.redraw(false);
      said.textContent = words(bar);
      tell(bar, frame.left + plot.valToPos(Math.max(bar.from, min), 'x'),
        frame.top + (bar.parts[0].first + 1) / lanes.count * frame.height);
    }
  }

  // --- begin ---

  function worst() {
    const policy = named();
    const longest = Array.from(policy.queues.keys()).filter((i) => policy.queues[i] > 0)
      .sort((one, other) => policy.queues[other] - policy.queues[one]).slice(0, 10);
    document.getElementById('worst-waits').replaceChildren(...longest.map((i) => element('li', {},
      element('a', {href: run.address(policy.name, i)}, 'Job ' + run.data.ids[i]),
      ' of ' + run.data.users[run.users[i]] + ', ' + common.many(run.gpus[i], 'GPU') + ' in ' + times.clusters[run.clusters[i]]
        + ', waited ' + common.length(policy.queues[i]) + mostly(policy, i) + '.')));
  }

  function legend() {
    const policy = named();
    const causes = run.data.causes.map((_, cause) => cause)
      .filter((cause) => lanes.bars.some((bar) => policy.mains[bar.i] === cause));
    const entry = (fill, text) => {
      const swatch = element('span', {class: 'swatch', 'aria-hidden': 'true'});
      swatch.style.backgroundColor = fill;
      return element('span', {}, swatch, text);
    };
    document.getElementById('time-legend').replaceChildren('Mainly why they waited: ',
      ...causes.map((cause) => entry(run.data.causes[cause].color, run.data.causes[cause].words)), entry(NEVER, 'did not wait'));
  }

  function drawJobs() {
    document.getElementById('time-jobs').textContent =
      'Who is on which GPU of ' + times.clusters[form.cluster.value] + ' under ' + form.policy.value;
    if (run === null) {
      return;
    }
    lanes = lanesOf(named(), Number(form.cluster.value));
    chosen = -1;
    hide();
    if (plots.length === 3) {
      plots.pop().destroy();
    }
    places.jobs.replaceChildren();
    plots.push(jobChart(places.jobs));
    legend();
    show(shown.min, shown.max);
  }

  function drawAll() {
    plots.forEach((plot) => plot.destroy());
    plots = [lineChart(places.used, 'used'), lineChart(places.waiting, 'waiting')];
    show(shown.min, shown.max);
    drawJobs();
  }

  function showWorst() {
    document.getElementById('worst-policy').textContent = form.policy.value;
    if (run !== null) {
      worst();
    }
  }

  function showJobs(jobs) {
    run = jobs;
    showWorst();
    drawJobs();
  }

  // The policy of the shortest mean JCT; under a bound nobody waits.
  function best() {
    const waiting = times.policies.filter((policy) => policy.meanWait > 0);
    return (waiting.length === 0 ? times.policies : waiting)
      .reduce((one, other) => (other.meanJct < one.meanJct ? other : one));
  }

  function policyChanged() {
    plots.slice(0, 2).forEach((plot) => times.policies.forEach((policy, i) => {
      if (policy.name === form.policy.value) {
        plot.setSeries(i + 1, {show: true});
      }
    }));
    showWorst();
    drawJobs();
  }

  const KEYS = {ArrowLeft: 'earlier', ArrowRight: 'later', '+': 'closer', '=': 'closer', '-': 'wider', 0: 'all', Home: 'all'};

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (KEYS[event.key] !== undefined) {
      step(KEYS[event.key]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      choose(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      open(lanes.bars[chosen]);
    } else if (event.key === 'Escape') {
      hide();
    } else {
      return;
    }
    event.preventDefault();
  }

  common.options(form.policy, times.policies.map((policy) => [policy.name, policy.name]));
  common.options(form.cluster, common.named(times.clusters));
  form.policy.value = best().name;
  form.policy.addEventListener('input', policyChanged);
  form.cluster.addEventListener('input', drawJobs);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => {
    if (event.target.dataset.step !== undefined) {
      step(event.target.dataset.step);
    }
  });
  charts.addEventListener('keydown', onKey);
  charts.addEventListener('focusout', hide);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  let width = places.used.clientWidth;
  new ResizeObserver(() => {
    if (places.used.clientWidth !== width) {
      width = places.used.clientWidth;
      plots.forEach((plot) => plot.setSize({width: Math.max(200, width), height: plot.height}));
    }
  }).observe(box);
  if (times.count > 1) {
    document.getElementById('time-samples').textContent =
      'The lines show a sample every ' + common.length(seconds[1] - seconds[0]) + '.';
  }
  showWorst();
  shown = {min: whole.min, max: Math.max(whole.min + 1, best().lastEnd + offset)};
  drawAll();
  return {plots: () => plots, showJobs};
}

const times = JSON.parse(document.getElementById('time-data').textContent);
const common = shared(times);
const lines = timeLines(times, common);
