/** Tables of results as values, and as CSV, Markdown, LaTeX and HTML. */
package org.limpid.results.table;
