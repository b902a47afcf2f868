/** A run that was written before: with which options, and of which data. */
package org.limpid.app.run;
