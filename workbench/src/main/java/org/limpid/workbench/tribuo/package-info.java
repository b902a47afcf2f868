/** Limpid's boosting machine behind the interfaces of Tribuo. */
package org.limpid.workbench.tribuo;
