/**
 * Data sets on disk: their description, readers and writers, checks and summaries. Everything that
 * is wrong with a file is reported at once, as {@link org.limpid.files.Problem}s of a {@link
 * org.limpid.files.DataException}. The format is documented in {@code docs/data-format.md}.
 */
package org.limpid.data.io;
