/** Models as Java classes that score without any library. */
package org.limpid.interpret.source;
