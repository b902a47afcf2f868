/** What the documentation says is so. */
package org.limpid.interpret.documentation;
