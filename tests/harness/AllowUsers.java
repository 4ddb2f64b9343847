import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Gives users their rights, and ends when the broker has heard of all, a moment after its controller has.
 * Arguments: the brokers, and a file with lines "user operation type name pattern".
 */
public class AllowUsers {
    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", arguments[0]);
        List<AclBinding> rights = Files.readAllLines(Path.of(arguments[1])).stream()
            .map(line -> right(line.split(" ")))
            .collect(Collectors.toList());
        try (Admin admin = Admin.create(properties)) {
            admin.createAcls(rights).all().get();
            while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(rights)) {
                Thread.sleep(50);
            }
        }
    }

    private static AclBinding right(String[] words) {
        PatternType pattern = words[4].equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
        return new AclBinding(
            new ResourcePattern(ResourceType.fromString(words[2]), words[3], pattern),
            new AccessControlEntry("User:" + words[0], "*", AclOperation.fromString(words[1]), AclPermissionType.ALLOW));
    }
}
