/** Models as SQL: one SELECT that predicts. */
package org.limpid.interpret.sql;
