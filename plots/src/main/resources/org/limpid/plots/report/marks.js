
// Marked parts of figures say what they are, to the mouse and to the keyboard.
{
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  document.body.append(tip);
  const hasStories = document.getElementById('jobs-data') !== null;

  function hide(marks) {
    tip.hidden = true;
    marks.forEach((mark) => mark.classList.remove('marked'));
  }

  // Beside a point, or on the other side of it where the window ends.
  function show(marks, mark, x, y) {
    tip.textContent = mark.getAttribute('aria-label');
    tip.hidden = false;
    const right = x + 14 + tip.offsetWidth <= innerWidth;
    const below = y + 14 + tip.offsetHeight <= innerHeight;
    tip.style.left = Math.max(4, right ? x + 14 : x - 14 - tip.offsetWidth) + 'px';
    tip.style.top = Math.max(4, below ? y + 14 : y - 14 - tip.offsetHeight) + 'px';
    if (!mark.classList.contains('marked')) {
      marks.forEach((other) => other.classList.toggle('marked', other.dataset.mark === mark.dataset.mark));
    }
  }

  function showBeside(marks, mark) {
    const box = mark.getBoundingClientRect();
    show(marks, mark, Math.min(box.right, innerWidth - 20), box.bottom);
  }

  function tellStory(mark) {
    const key = mark.dataset.mark;
    const slash = key.indexOf('/');
    location.hash = '#job=' + encodeURIComponent(key.slice(0, slash)) + '/' + encodeURIComponent(key.slice(slash + 1));
  }

  // One mark of a figure is reached by the tabulator, the others from there by the arrows.
  function stepTo(marks, mark) {
    marks.forEach((other) => other.setAttribute('tabindex', other === mark ? '0' : '-1'));
    mark.focus();
  }

  function onKey(event, marks, mark) {
    const at = marks.indexOf(mark);
    const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0,
      End: marks.length - 1}[event.key];
    if (to !== undefined) {
      event.preventDefault();
      stepTo(marks, marks[Math.min(Math.max(to, 0), marks.length - 1)]);
    } else if (event.key === 'Escape') {
      hide(marks);
    } else if (event.key === 'Enter' && hasStories) {
      tellStory(mark);
    }
  }

  function prepare(mark, i) {
    const title = mark.querySelector('title');
    mark.setAttribute('aria-label', title.textContent);
    mark.setAttribute('role', hasStories ? 'link' : 'img');
    mark.setAttribute('tabindex', i === 0 ? '0' : '-1');
    title.remove();
  }

  function hint(svg) {
    const words = document.createElement('span');
    words.className = 'links';
    words.textContent = ' Point at a part, or step through them with the arrow keys, to see what it is'
      + (hasStories ? '; a click or the enter key tells its story.' : '.');
    svg.closest('figure').querySelector('figcaption').append(words);
  }

  for (const svg of document.querySelectorAll('figure svg')) {
    const marks = Array.from(svg.querySelectorAll('g[data-mark]'));
    if (marks.length > 0) {
      svg.setAttribute('role', 'group');
      svg.classList.toggle('told', hasStories);
      marks.forEach(prepare);
      hint(svg);
      const markOf = (event) => event.target.closest('g[data-mark]');
      svg.addEventListener('pointermove', (event) => {
        const mark = markOf(event);
        return mark === null ? hide(marks) : show(marks, mark, event.clientX, event.clientY);
      });
      svg.addEventListener('pointerleave', () => hide(marks));
      svg.addEventListener('focusin', (event) => showBeside(marks, markOf(event)));
      svg.addEventListener('focusout', () => hide(marks));
      svg.addEventListener('keydown', (event) => onKey(event, marks, markOf(event)));
      svg.addEventListener('click', (event) => {
        const mark = markOf(event);
        if (mark !== null && hasStories) {
          tellStory(mark);
        }
      });
    }
  }
}
