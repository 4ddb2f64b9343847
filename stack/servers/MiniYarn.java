import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/** One resource manager and one node manager in this process. Arguments: the node's MiB, the file for clients. */
public class MiniYarn {
    private static final int WAIT_MS = 60_000;

    public static void main(String[] arguments) throws Exception {
        MiniYARNCluster cluster = new MiniYARNCluster("yarn", 1, 1, 1);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop)); // ends the containers too
        cluster.init(configuration(arguments[0]));
        cluster.start();
        if (!cluster.waitForNodeManagersToConnect(WAIT_MS)) {
            throw new IllegalStateException("the node manager did not connect");
        }
        write(cluster.getConfig(), new File(arguments[1]));
        System.out.println("YARN is up: " + cluster.getConfig().get(YarnConfiguration.RM_ADDRESS));
        Thread.currentThread().join();
    }

    /**
     * A laptop's disk may be nearly full, and its virtual memory says nothing: neither is looked at. Without the
     * health checker a node still looks once, as it starts, and refuses every container on a disk that is 90 % full.
     */
    private static Configuration configuration(String memory) {
        Configuration configuration = new YarnConfiguration();
        configuration.set("yarn.minicluster.yarn.nodemanager.resource.memory-mb", memory);
        configuration.set("yarn.scheduler.minimum-allocation-mb", "128");
        configuration.set("yarn.nodemanager.vmem-check-enabled", "false");
        configuration.set("yarn.nodemanager.pmem-check-enabled", "false");
        configuration.set("yarn.nodemanager.disk-health-checker.enable", "false");
        configuration.set(
            "yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "100");
        configuration.set("yarn.resourcemanager.scheduler.class",
            "org.apache.hadoop.yarn.server.resourcemanager.scheduler.capacity.CapacityScheduler");
        configuration.set("yarn.scheduler.capacity.root.queues", "default");
        configuration.set("yarn.scheduler.capacity.root.default.capacity", "100");
        configuration.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.5");
        return configuration;
    }

    /** Whole or not at all: clients may look while it is written. */
    private static void write(Configuration configuration, File file) throws Exception {
        File unfinished = new File(file.getPath() + ".new");
        try (OutputStream out = new FileOutputStream(unfinished)) {
            configuration.writeXml(out);
        }
        Files.move(unfinished.toPath(), file.toPath(), StandardCopyOption.REPLACE_EXISTING);
    }
}
