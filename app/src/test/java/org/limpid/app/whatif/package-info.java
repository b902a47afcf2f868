/** Tests of runs with something changed. */
package org.limpid.app.whatif;
