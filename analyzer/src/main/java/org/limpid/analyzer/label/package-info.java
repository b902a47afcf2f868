/** Share scores from measured pairs, by the rule of Lucid. */
package org.limpid.analyzer.label;
