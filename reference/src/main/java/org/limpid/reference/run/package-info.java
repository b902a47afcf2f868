/** The simulators of published artifacts that there are. */
package org.limpid.reference.run;
