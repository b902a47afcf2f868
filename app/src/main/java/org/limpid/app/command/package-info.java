/** The command line: its options, messages and exit codes. No work is done here. */
package org.limpid.app.command;
