/** The {@code limpid} command. */
package org.limpid.app;
