/** Models as PMML 4.4, the exchange format of the Data Mining Group. */
package org.limpid.interpret.pmml;
