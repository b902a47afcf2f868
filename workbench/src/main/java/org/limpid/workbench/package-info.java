/**
 * Runs, data sets and models as tables of Tablesaw, for people who explore in Java. Columns are
 * called as in CSV files; times are seconds.
 */
package org.limpid.workbench;
