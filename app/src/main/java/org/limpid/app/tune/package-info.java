/** Searches settings of Lucid that serve a cluster best. */
package org.limpid.app.tune;
