/** What boosting minimises: losses with their first and second derivatives. */
package org.limpid.interpret.ebm.objective;
