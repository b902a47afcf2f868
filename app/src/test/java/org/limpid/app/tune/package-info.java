/** The search for settings. */
package org.limpid.app.tune;
