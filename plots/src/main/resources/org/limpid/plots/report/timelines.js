
// GPUs in use, jobs that wait, and who is on which GPU, over time; zoomed and moved together.
function timeLines(run) {
  const box = document.getElementById('time-lines');
  if (box === null) {
    return;
  }
  const {data, element} = run;
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
  const offset = run.origin === null ? -data.startSeconds : run.origin / 1000;
  const tip = element('div', {class: 'tip', hidden: ''});
  document.body.append(tip);
  let plots = [];
  let lanes = {bars: [], count: 1, perNode: 1, nodes: []};
  let chosen = -1;
  let whole = {min: 0, max: 1};

  // --- what is shown ---

  function named() {
    return run.policyNamed(form.policy.value);
  }

  function series(name) {
    const packed = data.policies.find((policy) => policy.name === name).series;
    const [seconds, used, waiting] = [packed.seconds, packed.used, packed.waiting]
      .map((text) => run.numbers(text || '', packed.count));
    for (let i = 1; i < packed.count; i++) {
      seconds[i] += seconds[i - 1];
    }
    return {seconds: Array.from(seconds, (second) => second + offset), used: Array.from(used),
      waiting: Array.from(waiting)};
  }

  const allSeries = data.policies.map((policy) => series(policy.name));

  function joined(column) {
    return uPlot.join(allSeries.map((one) => [one.seconds, one[column]]));
  }

  // Bars of the jobs of a virtual cluster: from, to, and runs of GPUs, counted over all its nodes.
  function lanesOf(policy, cluster) {
    const jobs = [];
    const numbers = new Set();
    let perNode = 1;
    for (let i = 0; i < run.count; i++) {
      if (run.clusters[i] === cluster && !run.endedInProfiler(policy, i) && policy.ends[i] > policy.starts[i]) {
        const nodes = run.nodesOf(data.placements[policy.places[i]]);
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
    return policy.mains[i] < 0 ? NEVER : data.causes[policy.mains[i]].color;
  }

  // --- drawing ---

  function css(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  // Days, and hours within them.
  function timeAxis() {
    const words = (second, step) => {
      if (run.origin === null) {
        return 'day ' + Number((1 + second / DAY).toFixed(2));
      }
      const [day, time] = run.moment(second - offset).split(', ');
      return step >= DAY ? day.slice(0, -5) : time === '00:00:00' ? day.slice(0, -5) : time.slice(0, step < 60 ? 8 : 5);
    };
    return {...plainAxis(), values: (_, splits, axis, space, step) => splits.map((second) => words(second, step))};
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
    const lines = data.policies.map((policy, i) => ({
      label: policy.name, stroke: COLORS[i % COLORS.length], dash: DASHES[Math.floor(i / COLORS.length) % DASHES.length],
      width: 1.5, points: {show: false}, show: policy.name === form.policy.value, spanGaps: true,
      paths: uPlot.paths.stepped({align: 1}), value: (_, value) => (value === null ? '–' : run.whole(value)),
    }));
    return new uPlot(options(place, SMALL_CHART, {
      scales: {x: {time: run.origin !== null}, y: {range: (_, low, high) => [0, Math.max(1, high * 1.05)]}},
      axes: [timeAxis(), {...plainAxis(), size: 64}],
      series: [{label: 'time', value: (_, second) => (second === null ? '–' : run.moment(second - offset))}, ...lines],
    }), joined(column), place);
  }

  function jobChart(place) {
    const height = Math.min(640, Math.max(160, 50 + 4 * lanes.count));
    const most = Math.max(1, Math.ceil(14 * lanes.nodes.length / (height - 50)));
    const middles = lanes.nodes.map((_, index) => index).filter((index) => index % most === 0);
    return new uPlot(options(place, height, {
      legend: {show: false},
      scales: {x: {time: run.origin !== null}, y: {range: [0, lanes.count], dir: -1}},
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
      plots.filter((other) => other.scales.x.min !== min || other.scales.x.max !== max)
        .forEach((other) => other.setScale('x', {min, max}));
    }
  }

  function show(min, max) {
    const width = Math.min(Math.max(60, max - min), whole.max - whole.min);
    const from = Math.min(Math.max(whole.min, min), whole.max - width);
    plots.forEach((plot) => plot.setScale('x', {min: from, max: from + width}));
  }

  function step(name) {
    const {min, max} = plots[0].scales.x;
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
    return ' (mostly ' + data.causes[policy.mains[i]].words + ')';
  }

  function words(bar) {
    const policy = named();
    const {i} = bar;
    const waited = policy.queues[i] > 0
      ? 'waited ' + run.length(policy.queues[i]) + mostly(policy, i) : 'did not wait';
    return 'Job ' + data.ids[i] + ' of ' + data.users[run.users[i]] + ', ' + run.many(run.gpus[i], 'GPU') + ': ' + waited
      + '; ran for ' + run.length(bar.to - bar.from) + ' from ' + run.moment(bar.from - offset) + '.';
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
    const {min, max} = plot.scales.x;
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
    document.getElementById('worst-policy').textContent = policy.name;
    const longest = Array.from(policy.queues.keys()).filter((i) => policy.queues[i] > 0)
      .sort((one, other) => policy.queues[other] - policy.queues[one]).slice(0, 10);
    document.getElementById('worst-waits').replaceChildren(...longest.map((i) => element('li', {},
      element('a', {href: run.address(policy.name, i)}, 'Job ' + data.ids[i]),
      ' of ' + data.users[run.users[i]] + ', ' + run.many(run.gpus[i], 'GPU') + ' in ' + data.clusters[run.clusters[i]]
        + ', waited ' + run.length(policy.queues[i]) + mostly(policy, i) + '.')));
  }

  function legend() {
    const policy = named();
    const causes = data.causes.map((_, cause) => cause)
      .filter((cause) => lanes.bars.some((bar) => policy.mains[bar.i] === cause));
    const entry = (fill, text) => {
      const swatch = element('span', {class: 'swatch', 'aria-hidden': 'true'});
      swatch.style.backgroundColor = fill;
      return element('span', {}, swatch, text);
    };
    document.getElementById('time-legend').replaceChildren('Mainly why they waited: ',
      ...causes.map((cause) => entry(data.causes[cause].color, data.causes[cause].words)), entry(NEVER, 'did not wait'));
  }

  function drawJobs() {
    const shown = plots.length > 0 ? {...plots[0].scales.x} : null;
    lanes = lanesOf(named(), Number(form.cluster.value));
    chosen = -1;
    hide();
    if (plots.length === 3) {
      plots.pop().destroy();
    }
    places.jobs.replaceChildren();
    plots.push(jobChart(places.jobs));
    document.getElementById('time-jobs').textContent =
      'Who is on which GPU of ' + data.clusters[form.cluster.value] + ' under ' + form.policy.value;
    legend();
    if (shown !== null) {
      show(shown.min, shown.max);
    }
  }

  function drawAll() {
    plots.forEach((plot) => plot.destroy());
    plots = [];
    Object.values(places).forEach((place) => place.replaceChildren());
    whole = extent();
    plots.push(lineChart(places.used, 'used'), lineChart(places.waiting, 'waiting'));
    drawJobs();
    showPolicy();
  }

  // From the beginning to the last end under the policy.
  function showPolicy() {
    show(whole.min, named().ends.reduce((last, end) => Math.max(last, end), data.startSeconds + 1) + offset);
  }

  // The policy of the shortest mean JCT; under a bound nobody waits.
  function best() {
    const waiting = data.policies.filter((policy) => policy.meanWait > 0);
    return (waiting.length === 0 ? data.policies : waiting)
      .reduce((one, other) => (other.meanJct < one.meanJct ? other : one)).name;
  }

  // From the first submission to the last end under any policy.
  function extent() {
    const last = Math.max(data.startSeconds + 1, ...data.policies.map((policy) => policy.lastEnd));
    return {min: Math.min(data.startSeconds, ...run.submits.slice(0, 1)) + offset, max: last + offset};
  }

  function policyChanged() {
    plots.slice(0, 2).forEach((plot) => data.policies.forEach((policy, i) => {
      if (policy.name === form.policy.value) {
        plot.setSeries(i + 1, {show: true});
      }
    }));
    worst();
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

  run.options(form.policy, data.policies.map((policy) => [policy.name, policy.name]));
  run.options(form.cluster, run.named(data.clusters));
  form.policy.value = best();
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
  worst();
  drawAll();
  return () => plots;
}
