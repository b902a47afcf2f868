/**
 * Data sets made from another one: a part of its jobs, or the same jobs under other names or with
 * deadlines.
 */
package org.limpid.data.derive;
