/** Talking to a person: streams, colours and progress, on a terminal or elsewhere. */
package org.limpid.app.terminal;
