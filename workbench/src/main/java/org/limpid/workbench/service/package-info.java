/** What the command finds of the workbench. */
package org.limpid.workbench.service;
