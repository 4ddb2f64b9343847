"""What the gateway knows without asking anybody: shapes of the public interface, rules, mappings. Pure."""
