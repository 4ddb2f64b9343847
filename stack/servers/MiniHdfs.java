import java.io.File;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** One name node and one data node in this process. Arguments: its folder, the name node's port, its web port. */
public class MiniHdfs {
    public static void main(String[] arguments) throws Exception {
        File data = new File(arguments[0]);
        boolean isNew = !new File(data, "name-0-1").exists();
        Configuration configuration = new Configuration();
        configuration.set("dfs.replication", "1");
        configuration.set("dfs.permissions.enabled", "false");
        MiniDFSCluster cluster = new MiniDFSCluster.Builder(configuration, data)
            .nameNodePort(Integer.parseInt(arguments[1]))
            .nameNodeHttpPort(Integer.parseInt(arguments[2]))
            .numDataNodes(1)
            .format(isNew)
            .build();
        cluster.waitActive();
        System.out.println("HDFS is up: " + cluster.getURI());
        Thread.currentThread().join();
    }
}
