/** Tables for other programs: columns with types, rows as a stream, in any kind of file. */
package org.limpid.files.table;
