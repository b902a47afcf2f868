/** Tests of exports. */
package org.limpid.results.export;
