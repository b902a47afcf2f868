/** Models of other tools: the JSON files of the Python library interpret. */
package org.limpid.interpret.interop;
