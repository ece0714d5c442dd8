global using AmoCrmQualification.Sandbox.World;
