/** Tests of tables and their formats. */
package org.limpid.results.table;
