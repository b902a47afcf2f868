/** Tests of what a person sees, and a terminal for other tests. */
package org.limpid.app.terminal;
