/** Models as JSON files of Limpid's own, versioned format. */
package org.limpid.interpret.json;
