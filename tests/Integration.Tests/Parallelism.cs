// Tests mostly wait: for the database, for amoCRM, for each other's processor.
[assembly: LevelOfParallelism(8)]
