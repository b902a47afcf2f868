/** Tests of what the commands for models show. */
package org.limpid.models.tool;
