'use strict';

// Tables are sorted by the buttons in their headings; what is not known comes last either way.
function valueOf(row, column) {
  const cell = row.cells[column];
  const value = cell.dataset.value;
  if (value === undefined) {
    return cell.textContent;
  }
  return value === '' ? null : Number(value);
}

function compare(one, other) {
  if (typeof one === 'number') {
    return one - other;
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

function sort(body, column, sign) {
  const rows = Array.from(body.rows);
  rows.sort((first, second) => {
    const one = valueOf(first, column);
    const other = valueOf(second, column);
    if (one === null || other === null) {
      return (one === null) - (other === null);
    }
    return sign * compare(one, other);
  });
  body.append(...rows);
}

for (const table of document.querySelectorAll('table.sortable')) {
  const headings = Array.from(table.tHead.rows[0].cells);
  headings.forEach((heading, column) => {
    heading.querySelector('button').addEventListener('click', () => {
      const ascending = heading.getAttribute('aria-sort') !== 'ascending';
      headings.forEach((each) => each.removeAttribute('aria-sort'));
      heading.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      sort(table.tBodies[0], column, ascending ? 1 : -1);
    });
  });
}
