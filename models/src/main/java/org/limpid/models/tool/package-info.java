/** Training and using glass-box models on files: a request goes in, a report comes out. */
package org.limpid.models.tool;
