/** Tests of answers to why. */
package org.limpid.app.explain;
