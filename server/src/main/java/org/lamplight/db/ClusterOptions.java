package org.lamplight.db;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How the private PostgreSQL is set: for one machine, many small reads and now and then a large load. */
final class ClusterOptions {

  private static final long MEGABYTE = 1L << 20;

  private ClusterOptions() {}

  /** The options of the server's command line. */
  static String of(int port) {
    long buffers = Math.max(64, Math.min(512, machineMegabytes() / 8));
    return String.join(
        " ",
        "-h 127.0.0.1 -p " + port,
        "-c unix_socket_directories=''",
        // Without replicas a load into a table made in the same transaction can skip the log.
        "-c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=4GB",
        "-c shared_buffers=" + buffers + "MB -c effective_cache_size=" + 4 * buffers + "MB",
        "-c maintenance_work_mem=" + buffers / 2 + "MB -c work_mem=" + buffers / 16 + "MB",
        "-c random_page_cost=1.1 -c jit=off",
        "-c log_timezone=UTC -c timezone=UTC");
  }

  private static long machineMegabytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize() / MEGABYTE
        : 4_096;
  }
}
