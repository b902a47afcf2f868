/** Tests of the command line, in this process and on a fake terminal. */
package org.limpid.app.command;
