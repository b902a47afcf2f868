/** Generated data sets whose true functions are known, to check models and to try them out. */
package org.limpid.interpret.synthetic;
