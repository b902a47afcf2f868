/** The script that builds and starts Limpid. */
package org.limpid.app.launcher;
