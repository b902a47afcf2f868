/** Tables with named columns: what models are trained on and predict for. */
package org.limpid.interpret.table;
