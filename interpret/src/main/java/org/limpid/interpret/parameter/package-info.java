/** Named parameters of trainers: ranges, defaults, and values that were checked against them. */
package org.limpid.interpret.parameter;
